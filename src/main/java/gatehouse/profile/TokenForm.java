package gatehouse.profile;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.session.Scope;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;

/**
 * What was typed about a new access token.
 *
 * @param days  a number of days, or {@code date}: then the last day is {@code until}, as in 2027-01-31
 */
public record TokenForm(String tokenName, List<String> tokenScopes, String tokenDays, String tokenUntil) {

    static final List<String> DAYS = List.of("7", "30", "90", "365", "date");
    static final TokenForm FRESH = new TokenForm("", List.of(Scope.PROFILE.word()), "30", "");

    static TokenForm of(TypedForm typed) {
        return new TokenForm(typed.text("tokenName"), typed.all("tokenScopes"), typed.text("tokenDays"), typed.text("tokenUntil"));
    }

    /** The scopes; those that do not exist are a problem. */
    Set<Scope> scopes(Problems problems) {
        Set<Scope> scopes = new HashSet<>();
        for (String word : tokenScopes) Scope.of(word).ifPresentOrElse(scopes::add, () -> problems.add("tokenScopes", "token.scopes.unknown"));
        return scopes;
    }

    /** When it ends; a date means the end of that day where the house stands. */
    Optional<Instant> expires(Clock clock, Problems problems) {
        if (!tokenDays.equals("date")) return days(clock, problems);
        try {
            return Optional.of(LocalDate.parse(tokenUntil).plusDays(1).atStartOfDay(ZoneId.systemDefault()).toInstant());
        } catch (DateTimeParseException noDate) {
            problems.add("tokenUntil", "token.until.form");
            return Optional.empty();
        }
    }

    private Optional<Instant> days(Clock clock, Problems problems) {
        if (tokenDays.matches("[1-9][0-9]{0,3}")) return Optional.of(clock.instant().plus(Long.parseLong(tokenDays), ChronoUnit.DAYS));
        problems.add("tokenDays", "token.days.form");
        return Optional.empty();
    }
}

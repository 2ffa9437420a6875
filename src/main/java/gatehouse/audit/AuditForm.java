package gatehouse.audit;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import gatehouse.web.OneLine;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.ws.rs.QueryParam;

/** What was typed into the filter: an address, so that it can be kept and sent on. */
public class AuditForm {

    private static final int LONGEST = 256;

    @QueryParam("kind")
    String kind;
    @QueryParam("person")
    String person;
    @QueryParam("provider")
    String provider;
    @QueryParam("from")
    String from;
    @QueryParam("to")
    String to;
    @QueryParam("reference")
    String reference;

    /** Both days count whole. @param known the account of a username */
    AuditFilter filter(ZoneId zone, Function<String, Optional<Long>> known, Problems problems) {
        Optional<Instant> first = day(from, "from", problems).map(day -> day.atStartOfDay(zone).toInstant());
        Optional<Instant> end = day(to, "to", problems).map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
        if (first.isPresent() && end.isPresent() && !first.get().isBefore(end.get())) problems.add("to", "audit.to.before");
        Set<String> kinds = clean(kind).isEmpty() ? Set.of() : Set.of(clean(kind));
        Optional<Long> account = clean(person).isEmpty() ? Optional.empty() : known.apply(clean(person));
        return new AuditFilter(kinds, account, account.isPresent() ? "" : clean(person), clean(provider), clean(reference), first, end);
    }

    private static Optional<LocalDate> day(String typed, String field, Problems problems) {
        return clean(typed).isEmpty() ? Optional.empty() : problems.check(field, () -> day(clean(typed)));
    }

    private static LocalDate day(String typed) {
        try {
            if (typed.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) return LocalDate.parse(typed);
        } catch (DateTimeParseException noSuchDay) {
            throw Refusal.invalid("audit.day.form");
        }
        throw Refusal.invalid("audit.day.form");
    }

    private static String clean(String typed) {
        return typed == null ? "" : OneLine.of(typed, LONGEST);
    }

    /** What stands in the fields. */
    Map<String, String> shown() {
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("kind", clean(kind));
        shown.put("person", clean(person));
        shown.put("provider", clean(provider));
        shown.put("from", clean(from));
        shown.put("to", clean(to));
        shown.put("reference", clean(reference));
        return shown;
    }

    /** The same as the query of an address; empty when nothing was typed. */
    String query() {
        return shown().entrySet().stream().filter(field -> !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }
}

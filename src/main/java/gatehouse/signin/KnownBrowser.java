package gatehouse.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.Bucket;
import gatehouse.account.Username;
import gatehouse.secret.KeyRing;
import gatehouse.secret.Keys;
import gatehouse.secret.Secret;
import gatehouse.secret.SecretLost;
import gatehouse.secret.Tokens;
import gatehouse.web.Cookies;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * A browser in which somebody signed in has tries of its own at that account's password for 180 days, out of those that all such browsers
 * have together, so that whoever fails on the name elsewhere keeps nobody out. Its cookie is sealed for the account and its password of that time; with another password it is worth nothing.
 */
@ApplicationScoped
class KnownBrowser {

    private static final String COOKIE = "known";
    private static final Duration LIFE = Duration.ofDays(180);

    @Inject
    Keys keys;
    @Inject
    Accounts accounts;
    @Inject
    Clock clock;

    /** Makes this browser known to the account, if that has a password. */
    void remember(HttpServletRequest request, HttpServletResponse response, long account) {
        ring().ifPresent(ring -> accounts.find(account).flatMap(KnownBrowser::place).ifPresent(place -> {
            String kept = Tokens.fresh() + " " + clock.instant().plus(LIFE).getEpochSecond();
            String sealed = ring.seal(Secret.of(kept), place);
            Cookies.writeStrict(response, COOKIE, sealed, Visit.of(request).address().secure(), LIFE.toSeconds());
        }));
    }

    /** Where a guess at this name is counted when it comes from this browser. */
    Bucket counted(HttpServletRequest request, Username name) {
        Optional<String> sealed = Cookies.read(request, COOKIE, Visit.of(request).address().secure());
        return sealed.flatMap(cookie -> accounts.named(name).flatMap(KnownBrowser::place).flatMap(place -> handle(cookie, place).map(handle -> Bucket.known(handle, place))))
                .orElseGet(() -> Bucket.of(name));
    }

    /** Without its keys a house knows no browsers, and people come in by their passwords all the same: who mends it must see the status page. */
    private Optional<KeyRing> ring() {
        try {
            return Optional.of(keys.ring());
        } catch (RuntimeException missingOrNoRing) {
            return Optional.empty();
        }
    }

    private Optional<String> handle(String cookie, String place) {
        return ring().flatMap(ring -> handle(ring, cookie, place));
    }

    private Optional<String> handle(KeyRing ring, String cookie, String place) {
        try {
            String[] kept = ring.open(cookie, place).reveal().split(" ");
            return Instant.ofEpochSecond(Long.parseLong(kept[1])).isAfter(clock.instant()) ? Optional.of(kept[0]) : Optional.empty();
        } catch (SecretLost notForThisAccount) {
            return Optional.empty();
        }
    }

    private static Optional<String> place(Account account) {
        return account.passwordMark().map(mark -> "known/" + account.id() + "/" + mark);
    }
}

package gatehouse.session;

import java.time.Duration;
import java.time.Instant;

import gatehouse.web.Visit;

/**
 * A live session and its account, as one query reads them at each request: rights are never older than that.
 *
 * @param proven when the person last proved who they are
 */
public record SessionView(long id, long account, String username, boolean administrator, boolean mustChangePassword, Instant created, Instant proven,
                          Instant seen) {

    /** What sensitive actions need: a sign-in at most 15 minutes old. */
    static final Duration FRESH = Duration.ofMinutes(15);

    public Visit.Me me() {
        return new Visit.Me(account, username, administrator);
    }

    boolean freshAt(Instant now) {
        return proven.plus(FRESH).isAfter(now);
    }
}

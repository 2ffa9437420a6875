package gatehouse.session;

import java.time.Instant;

/** One line of «Where you are signed in». */
public record OpenSession(long id, String device, Instant created, Instant seen) {
}

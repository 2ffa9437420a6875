package gatehouse.guard;

import java.util.Optional;
import java.util.Set;

/**
 * What a proxy asks about: the request that waits there.
 *
 * @param origin      scheme, host and port it was sent to
 * @param destination of COPY and MOVE; the host of the header was the same
 */
record Question(String method, String origin, RequestPath path, Optional<RequestPath> destination) {

    private static final Set<String> LOOKING = Set.of("GET", "HEAD");
    private static final Set<String> CARRYING = Set.of("COPY", "MOVE");

    boolean looks() {
        return LOOKING.contains(method);
    }

    /** Whether it takes something from one path to another. */
    boolean carries() {
        return CARRYING.contains(method);
    }
}

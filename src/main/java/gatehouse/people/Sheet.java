package gatehouse.people;

import java.util.List;
import java.util.Optional;

/**
 * One page of a list, and the places its links lead to.
 *
 * @param cut whether looking stopped before the page was full: the next page goes on from there
 */
record Sheet(List<Long> ids, Optional<Position> before, Optional<Position> after, Count count, boolean cut) {

    /** How many there are. @param more whether there are, or may be, more than were counted */
    record Count(int found, boolean more) {

        /** Where it would cost as much again as the page. */
        static final Count NONE = new Count(-1, true);

        /** @param found counted to one more than a thousand */
        static Count of(int found, boolean more) {
            return new Count(Math.min(found, Users.COUNTED), more || found > Users.COUNTED);
        }
    }
}

package gatehouse.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the log, newest first: pages begin after one, so that a page costs the same at both ends. As text {@code microseconds-id}. */
record Place(Instant at, long id) implements Comparable<Place> {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,17})-([0-9]{1,18})");

    /** Empty when it is none of ours: then a page begins with the newest. */
    static Optional<Place> read(String text) {
        Matcher match = FORM.matcher(text == null ? "" : text);
        if (!match.matches()) return Optional.empty();
        return Optional.of(new Place(Instant.EPOCH.plus(Long.parseLong(match.group(1)), ChronoUnit.MICROS), Long.parseLong(match.group(2))));
    }

    @Override
    public int compareTo(Place other) {
        int byTime = other.at.compareTo(at);
        return byTime != 0 ? byTime : Long.compare(other.id, id);
    }

    @Override
    public String toString() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + id;
    }
}

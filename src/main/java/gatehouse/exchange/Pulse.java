package gatehouse.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one provider does, as this node has seen it since it started.
 *
 * @param within  how many trips were over within each of {@link #BOUNDS}, each number holding those before it
 * @param trips   all of them, and the {@code seconds} they took together
 * @param trouble of the last failure, in our own words; empty when there was none
 * @param paused  whether it is left alone for a moment, because it failed several times in a row
 */
public record Pulse(long provider, String slug, List<Long> within, long trips, double seconds, Optional<Instant> lastGood, Optional<Instant> lastBad,
                    String trouble, boolean paused) {

    /** Seconds. */
    public static final List<Double> BOUNDS = List.of(0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 20.0);

    /** The last trip failed. */
    public boolean failing() {
        return lastBad.isPresent() && lastGood.filter(good -> good.isAfter(lastBad.get())).isEmpty();
    }
}

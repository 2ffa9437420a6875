package gatehouse.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The kept documents by their address; with more than 200, the one not asked for longest is dropped. */
final class Shelf<T> {

    private static final int MOST = 200;

    private final Clock clock;
    private final Duration fresh;
    private final Duration longest;
    private final Map<String, Kept<T>> documents = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept<T>> eldest) {
            return size() > MOST;
        }
    };

    Shelf(Clock clock, Duration fresh, Duration longest) {
        this.clock = clock;
        this.fresh = fresh;
        this.longest = longest;
    }

    synchronized Kept<T> at(String address) {
        return documents.computeIfAbsent(address, any -> new Kept<>(clock, fresh, longest));
    }

    synchronized int size() {
        return documents.size();
    }
}

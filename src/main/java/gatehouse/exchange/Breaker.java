package gatehouse.exchange;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Keeps one bad provider from taking all others with it; remembers at most 1,000 providers, on this node only. */
final class Breaker {

    private static final int MOST = 1000;

    private final Clock clock;
    private final Map<Long, Gate> gates = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Gate> eldest) {
            return size() > MOST;
        }
    };

    Breaker(Clock clock) {
        this.clock = clock;
    }

    /** Begins a trip; whoever took the ticket closes it. */
    Gate.Ticket enter(long provider) {
        return gate(provider).enter();
    }

    /** Whether nobody may go there now. */
    boolean closed(long provider) {
        return gate(provider).closed();
    }

    private synchronized Gate gate(long provider) {
        return gates.computeIfAbsent(provider, any -> new Gate(clock));
    }
}

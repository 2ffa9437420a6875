package gatehouse.exchange;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import gatehouse.connection.Route;
import gatehouse.egress.Egress;
import gatehouse.egress.Ways;
import gatehouse.tape.Tape;

/**
 * What goes by each way that is in use: its own connections, and its own copies of public documents, so that nothing that was fetched
 * on one provider's word serves another. Of more than 100 ways the one not used for longest is dropped; its idle connections end
 * within 30 seconds.
 */
final class Routes implements AutoCloseable {

    private static final int MOST = 100;

    private final Ways ways;
    private final Clock clock;
    private final Map<Route, Trip.Tools> all = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Route, Trip.Tools> eldest) {
            return size() > MOST;
        }
    };

    Routes(Egress egress, Clock clock) {
        this.ways = new Ways(egress);
        this.clock = clock;
    }

    synchronized Trip.Tools of(Route route) {
        return all.computeIfAbsent(route, this::laid);
    }

    /** The same way for one trial, past every copy; what is said is kept. */
    Trip.Tools overheard(Route route, Tape tape) {
        return Trip.Tools.fresh(new Overheard(of(route).wire(), tape), clock);
    }

    /** Of all servers, by whatever way they were asked. */
    Map<String, Duration> clocks() {
        return ways.clocks();
    }

    synchronized int size() {
        return all.size();
    }

    private Trip.Tools laid(Route route) {
        return Trip.Tools.fresh(new Wire(ways.along(route)), clock);
    }

    @Override
    public void close() {
        ways.close();
    }
}

package gatehouse.egress;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import gatehouse.connection.Route;

/** The ways out of the house. They share their threads, and what is known of other servers' clocks. */
public final class Ways implements AutoCloseable {

    private final Egress egress;
    private final ExecutorService threads = Executors.newCachedThreadPool(Ways::daemon);
    private final Clocks clocks = new Clocks();

    /** @param egress what the operator allows */
    public Ways(Egress egress) {
        this.egress = egress;
    }

    /** A new way: with connections of its own, by the proxy and under the authorities of this route. */
    public Outgoing along(Route route) {
        return new Outgoing(egress.along(route), route, Trust.context(route), threads, clocks);
    }

    /** How far the clocks of the servers that answered are ahead of ours, to the second; negative when they are behind. By host name. */
    public Map<String, Duration> clocks() {
        return clocks.ahead();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "gatehouse-outgoing");
        thread.setDaemon(true);
        return thread;
    }
}

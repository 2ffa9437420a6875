package gatehouse.benchmark;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Timer;
import java.util.TimerTask;

/** Ends what was begun, last first, however this process ends: done, failed, interrupted or out of time. */
public final class Closing {

    private final Deque<AutoCloseable> begun = new ArrayDeque<>();
    private volatile boolean closed;

    public Closing(long mostMinutes) {
        Runtime.getRuntime().addShutdownHook(new Thread(this::all));
        new Timer(true).schedule(new TimerTask() {
            @Override
            public void run() {
                System.err.println("Stopped: not done after " + mostMinutes + " minutes.");
                System.exit(2);
            }
        }, mostMinutes * 60_000);
    }

    public synchronized <T extends AutoCloseable> T later(T thing) {
        begun.push(thing);
        return thing;
    }

    /** Whether the end has come; what fails then fails because of it. */
    public boolean closed() {
        return closed;
    }

    private synchronized void all() {
        closed = true;
        begun.forEach(thing -> {
            try {
                thing.close();
            } catch (Exception e) {
                System.err.println("could not be ended: " + thing + ": " + e);
            }
        });
    }
}

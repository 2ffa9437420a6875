package gatehouse.web;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** What was read at most a second ago, for what is asked at every request and seldom changes. Safe for many threads; two may read at once. */
public final class Lately<T> {

    private static final long SECOND = 1_000_000_000L;

    /** @param change the last one before it was read: it is good until the next */
    private record Snapshot<T>(T what, long readAt, long change) {
    }

    private final Supplier<T> reader;
    private final AtomicLong change = new AtomicLong();
    private volatile Snapshot<T> last;

    /** @param reader asks again; what it throws is thrown, and nothing is kept */
    public Lately(Supplier<T> reader) {
        this.reader = reader;
    }

    public T get() {
        Snapshot<T> known = last;
        long now = change.get();
        if (known != null && known.change == now && System.nanoTime() - known.readAt < SECOND) return known.what;
        long begun = System.nanoTime();
        T what = reader.get();
        last = new Snapshot<>(what, begun, now);
        return what;
    }

    /** From now on what was read before counts for nothing, even if it is being read just now. */
    public void anew() {
        change.incrementAndGet();
    }
}

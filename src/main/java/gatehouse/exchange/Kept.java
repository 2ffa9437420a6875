package gatehouse.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import gatehouse.egress.Deadline;
import gatehouse.exchange.ExchangeFailed.Reason;

/**
 * The last good copy of one public document. Read again when it is no longer fresh; when that fails the copy lives on up to its
 * longest age. One caller reads, the others go on with the copy, or wait when there is none.
 */
final class Kept<T> {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Clock clock;
    private final Duration fresh;
    private final Duration longest;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile T copy;
    private volatile Instant read = Instant.EPOCH;
    private volatile Instant failed = Instant.EPOCH;
    private Instant asked = Instant.EPOCH;

    Kept(Clock clock, Duration fresh, Duration longest) {
        this.clock = clock;
        this.fresh = fresh;
        this.longest = longest;
    }

    boolean isFresh() {
        return within(fresh, read);
    }

    /** A copy that is fresh, or as good as can be had; a failed reading is not tried again for 30 seconds while there is a copy. */
    T get(Function<Deadline, T> reader, Deadline deadline) {
        T now = copy;
        if (isFresh() || usable() && (within(PAUSE, failed) || reading.isLocked())) return now;
        return alone(deadline, () -> isFresh() ? copy : read(reader, deadline));
    }

    /** Something newer than what the caller has seen, asked for at most once in 30 seconds; else what there is. */
    T newerThan(T seen, Function<Deadline, T> reader, Deadline deadline) {
        return alone(deadline, () -> {
            if (copy != seen || within(PAUSE, asked)) return copy;
            asked = clock.instant();
            return read(reader, deadline);
        });
    }

    private T read(Function<Deadline, T> reader, Deadline deadline) {
        try {
            copy = reader.apply(usable() ? deadline.atMost(PATIENCE) : deadline);
            read = clock.instant();
            return copy;
        } catch (ExchangeFailed broken) {
            failed = clock.instant();
            if (!usable()) throw broken;
            return copy;
        }
    }

    private T alone(Deadline deadline, Supplier<T> work) {
        take(deadline);
        try {
            return work.get();
        } finally {
            reading.unlock();
        }
    }

    private void take(Deadline deadline) {
        try {
            if (!reading.tryLock(Wire.told(deadline::left), TimeUnit.NANOSECONDS)) throw new ExchangeFailed(Reason.TOO_SLOW, "deadline");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ExchangeFailed(Reason.UNREACHABLE, "interrupted");
        }
    }

    private boolean usable() {
        return within(longest, read);
    }

    private boolean within(Duration time, Instant since) {
        return Duration.between(since, clock.instant()).compareTo(time) < 0;
    }
}

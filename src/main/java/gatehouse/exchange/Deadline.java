package gatehouse.exchange;

import java.time.Duration;

/** A moment on the monotonic clock by which a trip has ended. */
final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** This moment, or one that much from now, whichever comes first. */
    Deadline atMost(Duration time) {
        Deadline sooner = in(time);
        return sooner.end - end < 0 ? sooner : this;
    }

    /** Nanoseconds left, more than 0. */
    long left() {
        long left = end - System.nanoTime();
        if (left <= 0) throw new ExchangeFailed(ExchangeFailed.Reason.TOO_SLOW, "deadline");
        return left;
    }
}

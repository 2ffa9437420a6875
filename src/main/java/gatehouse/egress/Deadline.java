package gatehouse.egress;

import java.time.Duration;

/** A moment on the monotonic clock by which all must have ended, however many calls it takes. */
public final class Deadline {

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    /** So much from now. */
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** This moment, or one that much from now, whichever comes first. */
    public Deadline atMost(Duration time) {
        Deadline sooner = in(time);
        return sooner.end - end < 0 ? sooner : this;
    }

    /** Nanoseconds left, more than 0. @throws NoAnswer when it has passed */
    public long left() {
        long left = end - System.nanoTime();
        if (left <= 0) throw new NoAnswer(NoAnswer.Reason.TOO_SLOW, "deadline");
        return left;
    }
}

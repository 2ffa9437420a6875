package gatehouse.web;

import java.time.Duration;

/** So many at once, and then so many a minute. Whoever shares one takes turns. */
final class Ration {

    private final int most;
    private final double aNano;
    private double left;
    private long filled = System.nanoTime();

    Ration(int most, int aMinute) {
        this.most = most;
        this.left = most;
        this.aNano = (double) aMinute / Duration.ofMinutes(1).toNanos();
    }

    /** Whether there was one left; then there is one less. */
    boolean take() {
        long now = System.nanoTime();
        left = Math.min(most, left + (now - filled) * aNano);
        filled = now;
        if (left < 1) return false;
        left--;
        return true;
    }
}

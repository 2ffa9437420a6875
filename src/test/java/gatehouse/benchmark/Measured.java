package gatehouse.benchmark;

import java.util.Arrays;
import java.util.Locale;

/**
 * What one kind of work cost.
 *
 * @param cpu      milliseconds of the server's processor time, all together
 * @param database the same of PostgreSQL; 0 with H2, which works inside the server
 * @param nanos    how long each took, sorted
 */
record Measured(String name, long cpu, long database, long wall, long[] nanos) {

    static final String HEAD = String.format("%-26s %6s %9s %9s %8s %8s %8s %8s", "each", "count", "CPU ms", "db CPU ms", "p50 ms", "p95 ms", "p99 ms", "a second");

    Measured {
        Arrays.sort(nanos);
    }

    double cpuEach() {
        return (double) cpu / nanos.length;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%-26s %6d %9.2f %9.2f %8.1f %8.1f %8.1f %8.0f", name, nanos.length, cpuEach(), (double) database / nanos.length,
                millis(50), millis(95), millis(99), nanos.length * 1e9 / wall);
    }

    private double millis(int percent) {
        return nanos[Math.min(nanos.length - 1, nanos.length * percent / 100)] / 1e6;
    }
}

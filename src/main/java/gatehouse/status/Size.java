package gatehouse.status;

import java.util.Locale;

/** A number of bytes for people, in the units of IEC 80000-13. */
final class Size {

    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};

    private Size() {
    }

    static String of(long bytes) {
        double left = bytes;
        int unit = 0;
        while (left >= 1024 && unit < UNITS.length - 1) {
            left /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, left >= 10 || unit == 0 ? "%.0f %s" : "%.1f %s", left, UNITS[unit]);
    }
}

package gatehouse.status;

import java.util.List;

/**
 * One thing that was looked at. What it says is the message {@code key}; what to do about it, unless it is good, {@code key.mend}.
 *
 * @param area one of the messages {@code status.area.…}
 */
record Finding(String area, Level level, String key, List<Object> arguments) {

    static Finding good(String area, String key, Object... arguments) {
        return new Finding(area, Level.GOOD, key, List.of(arguments));
    }

    static Finding warn(String area, String key, Object... arguments) {
        return new Finding(area, Level.WARN, key, List.of(arguments));
    }

    static Finding bad(String area, String key, Object... arguments) {
        return new Finding(area, Level.BAD, key, List.of(arguments));
    }
}

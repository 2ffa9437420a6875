package gatehouse.setting;

import java.time.Duration;

import gatehouse.web.Refusal;

/** How long a session lives: unseen for {@code idle} (1 to 720 hours), and {@code longest} in all (1 to 90 days); what is typed outside is refused (422). */
public record SessionLimits(Duration idle, Duration longest) {

    private static final int MOST_HOURS = 720;
    private static final int MOST_DAYS = 90;
    static final SessionLimits DEFAULT = new SessionLimits(Duration.ofHours(12), Duration.ofDays(7));

    /** A typed number of hours. */
    static Duration idle(String hours) {
        return Duration.ofHours(whole(hours, MOST_HOURS, "setting.idle-hours.range"));
    }

    /** A typed number of days. */
    static Duration longest(String days) {
        return Duration.ofDays(whole(days, MOST_DAYS, "setting.longest-days.range"));
    }

    private static int whole(String typed, int most, String key) {
        int number = typed.matches("[0-9]{1,4}") ? Integer.parseInt(typed) : 0;
        if (number < 1 || number > most) throw Refusal.invalid(key, most);
        return number;
    }
}

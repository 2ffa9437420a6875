package gatehouse.setting;

import java.time.Duration;

/** How long a session lives: unseen for {@code idle} (1 to 720 hours), and {@code longest} in all (1 to 90 days). */
public record SessionLimits(Duration idle, Duration longest) {

    static final SessionLimits DEFAULT = new SessionLimits(Duration.ofHours(12), Duration.ofDays(7));
}

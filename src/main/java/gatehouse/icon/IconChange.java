package gatehouse.icon;

import java.util.Optional;

/** What a saved form does to a provider's icon: nothing, takes it away, or puts another in its place. */
public record IconChange(boolean touches, Optional<Icon> icon) {

    public static final IconChange KEPT = new IconChange(false, Optional.empty());
    public static final IconChange REMOVED = new IconChange(true, Optional.empty());

    public static IconChange to(Icon icon) {
        return new IconChange(true, Optional.of(icon));
    }
}

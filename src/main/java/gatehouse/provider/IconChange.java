package gatehouse.provider;

import java.util.Optional;

/** What a saved form does to a provider's icon: nothing, takes it away, or puts another in its place. */
record IconChange(boolean touches, Optional<Icon> icon) {

    static final IconChange KEPT = new IconChange(false, Optional.empty());
    static final IconChange REMOVED = new IconChange(true, Optional.empty());

    static IconChange to(Icon icon) {
        return new IconChange(true, Optional.of(icon));
    }
}

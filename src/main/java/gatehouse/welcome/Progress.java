package gatehouse.welcome;

import java.util.List;
import java.util.Optional;

import gatehouse.setting.SsoSettings;

/**
 * How far a house is.
 *
 * @param trips    whether providers can send people back to the address the administrator came by
 * @param provider empty while there is none
 * @param answered whether an administrator said who may register, be it nobody
 */
record Progress(boolean trips, Optional<FirstProvider> provider, SsoSettings sso, boolean answered) {

    /** The address, the first provider, the newcomers. */
    List<Step> steps() {
        return Step.of(List.of(trips, sso.enabled() && provider.filter(FirstProvider::done).isPresent(), answered));
    }
}

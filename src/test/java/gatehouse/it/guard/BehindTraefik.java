package gatehouse.it.guard;

import gatehouse.it.InHouse;
import gatehouse.it.Needs;

/** Run by {@code setup/proxies/prove traefik} alone: Debian has no Traefik. */
@InHouse
@Needs("traefik")
class BehindTraefik extends PeopleBehindProxy {

    BehindTraefik() {
        super(ProxyKind.TRAEFIK);
    }
}

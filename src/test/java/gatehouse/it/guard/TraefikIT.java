package gatehouse.it.guard;

import gatehouse.it.InHouse;

@InHouse
@Needs("traefik")
class TraefikIT extends PeopleBehindProxy {

    TraefikIT() {
        super(ProxyKind.TRAEFIK);
    }
}

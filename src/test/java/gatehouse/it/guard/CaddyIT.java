package gatehouse.it.guard;

import gatehouse.it.InHouse;

@InHouse
@Needs("caddy")
class CaddyIT extends PeopleBehindProxy {

    CaddyIT() {
        super(ProxyKind.CADDY);
    }
}

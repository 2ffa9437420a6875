package gatehouse.it.guard;

import gatehouse.it.InHouse;
import gatehouse.it.Needs;

@InHouse
@Needs("caddy")
class CaddyIT extends PeopleBehindProxy {

    CaddyIT() {
        super(ProxyKind.CADDY);
    }
}

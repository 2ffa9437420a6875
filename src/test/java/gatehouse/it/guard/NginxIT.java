package gatehouse.it.guard;

import gatehouse.it.InHouse;
import gatehouse.it.Needs;

@InHouse
@Needs("nginx")
class NginxIT extends PeopleBehindProxy {

    NginxIT() {
        super(ProxyKind.NGINX);
    }
}

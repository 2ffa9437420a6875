package gatehouse.it.guard;

import gatehouse.it.InHouse;

@InHouse
@Needs("nginx")
class NginxIT extends PeopleBehindProxy {

    NginxIT() {
        super(ProxyKind.NGINX);
    }
}

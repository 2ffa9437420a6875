package gatehouse.status;

import java.util.ArrayList;
import java.util.List;

import gatehouse.web.Arrival;
import gatehouse.web.PublicUrl;

/** Holds the public address against the headers that really arrive. */
final class AddressCheck {

    private static final String AREA = "address";

    private AddressCheck() {
    }

    static List<Finding> look(Arrival arrival) {
        List<Finding> found = new ArrayList<>();
        found.add(address(arrival));
        found.add(cookies(arrival));
        if (arrival.forwarded() && !arrival.trusted()) found.add(Finding.warn(AREA, "status.proxy.untrusted", arrival.peer()));
        if (arrival.trusted()) found.add(Finding.good(AREA, "status.proxy.trusted", arrival.peer()));
        return found;
    }

    private static Finding address(Arrival arrival) {
        if (arrival.known().isEmpty()) return Finding.warn(AREA, "status.address.none", arrival.base());
        String known = arrival.known().get().value();
        if (known.equals(arrival.base())) return Finding.good(AREA, "status.address.good", known);
        boolean scheme = known.substring(known.indexOf(':')).equals(arrival.base().substring(arrival.base().indexOf(':')));
        if (scheme) return Finding.bad(AREA, "status.address.scheme", known, arrival.scheme());
        return Finding.warn(AREA, arrival.fixed() ? "status.address.fixed" : "status.address.other", known, arrival.base());
    }

    /** Without https a cookie can be read on its way; on this machine alone there is no way to read it on. */
    private static Finding cookies(Arrival arrival) {
        String used = arrival.known().map(PublicUrl::value).orElse(arrival.base());
        if (used.startsWith("https:")) return Finding.good("cookies", "status.cookies.good");
        boolean home = used.matches("http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:[0-9]+)?");
        return home ? Finding.good("cookies", "status.cookies.home") : Finding.warn("cookies", "status.cookies.plain");
    }
}

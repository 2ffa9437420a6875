package gatehouse.security;

import gatehouse.web.Address;
import gatehouse.web.Visit;
import jakarta.servlet.http.HttpServletResponse;

/** An administrator who came by a host that nobody has confirmed is asked about it first: at the door and before the settings. */
final class MustConfirm {

    private static final String PAGE = "/admin/address";

    private MustConfirm() {
    }

    static boolean asked(Visit visit, String path) {
        boolean unknown = visit.address().place() == Address.Place.UNKNOWN && visit.me().filter(Visit.Me::admin).isPresent();
        return unknown && !path.equals(PAGE) && (path.equals("/") || path.equals("/admin") || path.startsWith("/admin/"));
    }

    static void send(HttpServletResponse response, Address address) {
        response.setStatus(303);
        response.setHeader("Location", address.base() + PAGE);
    }
}

package gatehouse.security;

import gatehouse.web.Address;
import jakarta.servlet.http.HttpServletResponse;

/** Whoever signed in with a one-time password goes nowhere but to the page that replaces it. */
final class MustChange {

    private static final String PAGE = "/profile/password";

    private MustChange() {
    }

    static boolean open(String path) {
        return path.equals(PAGE) || path.equals("/logout") || path.equals("/preferences");
    }

    static void send(HttpServletResponse response, Address address) {
        response.setStatus(303);
        response.setHeader("Location", address.base() + PAGE);
    }
}

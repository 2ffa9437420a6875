package gatehouse.security;

import java.util.Set;

import gatehouse.web.Address;
import gatehouse.web.Api;
import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletResponse;

/** Whoever signed in with a one-time password goes nowhere but to the page that replaces it. */
final class MustChange {

    private static final String PAGE = "/profile/password";
    private static final Set<String> OPEN = Set.of(PAGE, "/api/me/password", "/logout", "/preferences");

    private MustChange() {
    }

    static boolean open(String path) {
        return OPEN.contains(path);
    }

    /** @throws Refusal 403 where there is no browser to send */
    static void send(String path, HttpServletResponse response, Address address) {
        if (Api.serves(path)) throw new Refusal(403, "refused.choose-password");
        response.setStatus(303);
        response.setHeader("Location", address.base() + PAGE);
    }
}

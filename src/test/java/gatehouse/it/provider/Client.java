package gatehouse.it.provider;

import gatehouse.it.Parameters;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The application registered at a fake provider: RFC 6749 section 2.3.1, either way but not both at once. */
record Client(String id, String secret) {

    boolean made(Received request) {
        Optional<String> authorization = request.header("Authorization");
        boolean inBody = request.form().first("client_secret").isPresent();
        if (authorization.isPresent()) return !inBody && basic(authorization.get());
        Parameters form = request.form();
        return form.all("client_id").equals(List.of(id)) && form.all("client_secret").equals(List.of(secret));
    }

    /** Both halves are form-urlencoded before Base64; a secret that was not is refused. */
    private boolean basic(String authorization) {
        if (!authorization.startsWith("Basic ")) return false;
        try {
            String[] halves = new String(Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8).split(":", 2);
            return halves.length == 2 && decode(halves[0]).equals(id) && decode(halves[1]).equals(secret);
        } catch (IllegalArgumentException notEncoded) {
            return false;
        }
    }

    private static String decode(String half) {
        return URLDecoder.decode(half, StandardCharsets.UTF_8);
    }
}

package gatehouse.it;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One browser's cookies: by host and path, whatever the port, as browsers do; Secure is not enforced on loopback. */
public final class CookieJar {

    private final List<Cookie> cookies = new ArrayList<>();

    void take(URI from, HttpHeaders headers) {
        headers.allValues("set-cookie").forEach(line -> put(Cookie.parse(line, from.getHost())));
    }

    /** Sets a cookie by hand, as an attacker would plant it. */
    public void put(Cookie cookie) {
        cookies.removeIf(cookie::replaces);
        if (!cookie.expired()) cookies.add(cookie);
    }

    public Optional<Cookie> find(String name) {
        return cookies.stream().filter(cookie -> cookie.name().equals(name)).findFirst();
    }

    public List<Cookie> all() {
        return List.copyOf(cookies);
    }

    public void clear() {
        cookies.clear();
    }

    /** The Cookie header for that address; "" when there is none to send. */
    String headerFor(URI address) {
        return cookies.stream().filter(cookie -> cookie.goesTo(address))
                .map(cookie -> cookie.name() + "=" + cookie.value()).collect(Collectors.joining("; "));
    }
}

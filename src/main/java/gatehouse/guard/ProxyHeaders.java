package gatehouse.guard;

import java.util.Enumeration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import gatehouse.web.Cookies;
import gatehouse.web.HostName;
import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads the question out of what a trusted proxy sent: X-Original-URL and -Method (nginx), or X-Forwarded-Method, -Proto, -Host and -Uri
 * (Traefik, Caddy). Each exactly once, and never both kinds, because then one of them may be the client's own.
 */
final class ProxyHeaders {

    private static final Pattern METHOD = Pattern.compile("[A-Z][A-Z-]{0,30}");
    private static final Pattern URL = Pattern.compile("(https?)://([^/?#\\s]+)(/.*)", Pattern.DOTALL);
    private static final Map<String, String> SCHEMES = Map.of("http", "http", "https", "https", "ws", "http", "wss", "https");

    private final HttpServletRequest request;
    private final boolean nginx;

    ProxyHeaders(HttpServletRequest request) {
        this.request = request;
        nginx = request.getHeader("X-Original-URL") != null;
    }

    /** nginx makes a fault of every answer but 2xx, 401 and 403; the others hand ours on as it is. */
    boolean nginx() {
        return nginx;
    }

    /** @throws Refusal 400 when it does not say exactly what is asked */
    Question question() {
        boolean forwarded = request.getHeader("X-Forwarded-Uri") != null || request.getHeader("X-Forwarded-Method") != null;
        if (nginx == forwarded) throw malformed();
        return nginx ? original() : forwarded();
    }

    private Question original() {
        var url = URL.matcher(one("X-Original-URL"));
        if (!url.matches()) throw malformed();
        return question(one("X-Original-Method"), origin(url.group(1), url.group(2)), url.group(3));
    }

    private Question forwarded() {
        String scheme = SCHEMES.get(one("X-Forwarded-Proto"));
        if (scheme == null) throw malformed();
        return question(one("X-Forwarded-Method"), origin(scheme, one("X-Forwarded-Host")), one("X-Forwarded-Uri"));
    }

    private Question question(String method, String origin, String target) {
        if (!METHOD.matcher(method).matches()) throw malformed();
        return new Question(method, origin, RequestPath.of(target), destination(origin));
    }

    /** RFC 4918 section 10.3: an address, or the path of one; another host is refused, as the request's own path would be. */
    private Optional<RequestPath> destination(String origin) {
        if (request.getHeader("Destination") == null) return Optional.empty();
        String there = one("Destination");
        if (there.indexOf('?') >= 0) throw malformed();
        if (there.startsWith("/")) return Optional.of(RequestPath.of(there));
        var url = URL.matcher(there);
        if (!url.matches()) throw malformed();
        if (!origin(url.group(1), url.group(2)).equals(origin)) throw new Refusal(403, "refused.guard-destination");
        return Optional.of(RequestPath.of(url.group(3)));
    }

    /** Path and query as the browser sent them; asked after {@link #question}. */
    String target() {
        if (!nginx) return one("X-Forwarded-Uri");
        var url = URL.matcher(one("X-Original-URL"));
        if (!url.matches()) throw malformed();
        return url.group(3);
    }

    /** Whether a person would see the answer: a browser that opens a page says that it likes HTML. */
    boolean browses(Question question) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        String accept = request.getHeader("Accept");
        boolean navigates = mode == null || mode.equals("navigate");
        return question.looks() && navigates && !scriptedByHand() && accept != null && accept.contains("text/html");
    }

    /** Whether a script in a page asks: a challenge would open a window that nobody understands. */
    boolean scripted() {
        return request.getHeader("Sec-Fetch-Mode") != null || scriptedByHand();
    }

    private boolean scriptedByHand() {
        return request.getHeader("X-Requested-With") != null;
    }

    /** Whether it brings nothing that could prove anybody. */
    boolean anonymous() {
        return request.getHeader("Cookie") == null && request.getHeader("Authorization") == null;
    }

    Optional<String> cookie(String name, boolean secure) {
        return Cookies.read(request, name, secure);
    }

    private static String origin(String scheme, String host) {
        return HostName.of(host).orElseThrow(ProxyHeaders::malformed).at(scheme);
    }

    /** What the client sends with it, such as Authorization; sent twice it is refused. */
    Optional<String> client(String name) {
        return request.getHeader(name) == null ? Optional.empty() : Optional.of(one(name));
    }

    private String one(String name) {
        Enumeration<String> all = request.getHeaders(name);
        if (!all.hasMoreElements()) throw malformed();
        String only = all.nextElement();
        if (all.hasMoreElements()) throw malformed();
        return only;
    }

    private static Refusal malformed() {
        return RequestPath.malformed();
    }
}

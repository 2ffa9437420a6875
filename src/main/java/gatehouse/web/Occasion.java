package gatehouse.web;

import java.util.Optional;
import java.util.function.Supplier;

import gatehouse.secret.Tokens;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The request on whose occasion something happens. By its reference the page that people see, the row of the audit log and
 * the line of the server's log find each other. Bound to the thread by the front door, which answers each request on one.
 */
public final class Occasion {

    /** The header by which an answer tells its reference: every JSON answer, and every page that says no. */
    public static final String HEADER = "X-Gatehouse-Reference";
    private static final int REFERENCE = 8;
    private static final Occasion NONE = new Occasion(null, () -> "");
    private static final ThreadLocal<Occasion> NOW = new ThreadLocal<>();
    private final HttpServletRequest request;
    private final Supplier<String> client;
    private String reference;
    private boolean told;

    private Occasion(HttpServletRequest request, Supplier<String> client) {
        this.request = request;
        this.client = client;
    }

    /** From now on this thread answers that request. @param client its network address, for whoever asks while it lasts */
    public static void begin(HttpServletRequest request, Supplier<String> client) {
        NOW.set(new Occasion(request, client));
    }

    public static void end() {
        NOW.remove();
    }

    /** The one that this thread answers; outside a request one that knows nothing. */
    public static Occasion now() {
        return Optional.ofNullable(NOW.get()).orElse(NONE);
    }

    /** 8 letters and digits, made when somebody asks for them; empty outside a request. */
    public String reference() {
        if (request == null) return "";
        if (reference == null) reference = Tokens.fresh().substring(0, REFERENCE).replace('_', '0').replace('-', '1');
        return reference;
    }

    /** The address it came from, as far as trusted proxies tell it; at most 45 characters, empty when unknown. */
    public String client() {
        return client.get();
    }

    /** As sent; empty when there is none. */
    public String userAgent() {
        return Optional.ofNullable(request).map(known -> known.getHeader("User-Agent")).orElse("");
    }

    /** Who is signed in; nobody outside a request, and before the session was read. */
    public Optional<Visit.Me> me() {
        return Optional.ofNullable(request).map(Visit::of).flatMap(Visit::me);
    }

    /** Whether the request means to change something. */
    public boolean unsafe() {
        return request != null && !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
    }

    /** Why it is refused is written down already. */
    public void tell() {
        if (this != NONE) told = true;
    }

    public boolean told() {
        return told;
    }
}

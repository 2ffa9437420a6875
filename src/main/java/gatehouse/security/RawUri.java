package gatehouse.security;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/**
 * What a request line may say. The servers decode paths differently, so whatever they could disagree on is refused with 400; so is what
 * needs no encoding and is encoded, for our filters compare paths as sent.
 */
final class RawUri {

    private static final Set<String> METHODS = new TreeSet<>(Set.of("GET", "HEAD", "POST", "PUT", "DELETE"));
    private static final Set<String> SAFE = new TreeSet<>(Set.of("GET", "HEAD"));
    private static final Pattern READ_ONLY = Pattern.compile("/(static|status)/.*|/api/openapi\\.json");
    /** Providers send people here; looking (HEAD) must not end a trip. */
    private static final Pattern TRIPS = Pattern.compile("/(callback|\\.gatehouse/.*|api/auth/(sso|sso_callback(/.*)?|sso_get_token|get_sso_id))");
    /** What the servers would add to the application by themselves. */
    private static final Pattern NOT_OURS = Pattern.compile("/(openapi|health|metrics|application\\.wadl)(/.*)?");
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@%/-]*");
    private static final Pattern TRICKS = Pattern.compile("//|/\\.{1,2}(/|$)|%(?![0-9A-Fa-f]{2})"
            + "|%(2[fFeE5dD]|5[cCfF]|[01][0-9A-Fa-f]|7[eEfF]|3[bB0-9]|[46][1-9A-Fa-f]|[57][0-9aA])");
    private static final Pattern BROKEN_QUERY = Pattern.compile("%(?![0-9A-Fa-f]{2})|%00|[^!-~]");
    private static final int LONGEST = 8192;

    private RawUri() {
    }

    /** @throws Refusal 400 for a path or query with tricks, 404 for what is not ours, 405 for a method nobody answers, 414 when too long */
    static void check(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (NOT_OURS.matcher(path).matches()) throw new Refusal(404, "refused.not-found");
        Set<String> methods = methods(path);
        if (!path.equals(Anywhere.VERIFY) && !methods.contains(request.getMethod())) throw new Refusal(405, "refused.method", request.getMethod()).header("Allow", String.join(", ", methods));
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        if (path.length() + query.length() > LONGEST) throw new Refusal(414, "refused.bad-request");
        if (!PLAIN.matcher(path).matches() || TRICKS.matcher(path).find() || BROKEN_QUERY.matcher(query).find()) throw new Refusal(400, "refused.bad-request");
    }

    private static Set<String> methods(String path) {
        if (TRIPS.matcher(path).matches()) return Set.of("GET");
        return READ_ONLY.matcher(path).matches() ? SAFE : METHODS;
    }
}

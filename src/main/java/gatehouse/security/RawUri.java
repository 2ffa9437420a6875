package gatehouse.security;

import java.util.Set;
import java.util.regex.Pattern;

import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/** What a request line may say. The servers decode paths differently, so whatever they could disagree on is refused with 400. */
final class RawUri {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final Pattern PLAIN = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,=:@%/-]*");
    private static final Pattern TRICKS = Pattern.compile("//|/\\.{1,2}(/|$)|%(?![0-9A-Fa-f]{2})|%(2[fFeE5]|5[cC]|[01][0-9A-Fa-f]|7[fF]|3[bB])");
    private static final Pattern BROKEN_QUERY = Pattern.compile(".*(%(?![0-9A-Fa-f]{2})|%00).*");
    private static final int LONGEST = 8192;

    private RawUri() {
    }

    /** @throws Refusal 400 for a path or query with tricks, 414 when too long, 405 for a method nobody answers */
    static void check(HttpServletRequest request) {
        if (!METHODS.contains(request.getMethod())) throw new Refusal(405, "refused.method");
        String path = request.getRequestURI();
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        if (path.length() + query.length() > LONGEST) throw new Refusal(414, "refused.request");
        if (!PLAIN.matcher(path).matches() || TRICKS.matcher(path).find() || BROKEN_QUERY.matcher(query).matches()) throw new Refusal(400, "refused.request");
    }
}

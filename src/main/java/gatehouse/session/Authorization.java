package gatehouse.session;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/** What an Authorization header brings: an access token as Bearer (RFC 6750 section 2.1) or as AList's bare word. */
public final class Authorization {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");
    private static final Pattern OURS = Pattern.compile("app_\\S+");

    private Authorization() {
    }

    /**
     * The word that should be a token; empty when there is no such header, so that a cookie may count.
     *
     * @throws Refusal 400 for two headers, 401 for one that is neither Bearer nor a bare token
     */
    public static Optional<String> token(HttpServletRequest request) {
        return header(request).map(value -> {
            Matcher bearer = BEARER.matcher(value);
            if (bearer.matches()) return bearer.group(1);
            if (OURS.matcher(value).matches()) return value;
            throw invalid();
        });
    }

    private static Optional<String> header(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() > 1) throw new Refusal(400, "refused.two-authorizations");
        return headers.stream().map(String::strip).findFirst();
    }

    /** The token is mistyped, made up, over, ended, or its account is disabled: all look the same. */
    public static Refusal invalid() {
        return new Refusal(401, "refused.token").header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}

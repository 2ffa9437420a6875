package gatehouse.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/** What an Authorization header brings: an access token as Bearer (RFC 6750 section 2.1), as AList's bare word, or as the password of Basic. */
public final class Authorization {

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S+)");
    private static final Pattern BASIC = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]+={0,2})");
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

    /**
     * A token among the headers of somebody else's application, as Bearer or as the password of Basic with any username; what does not
     * begin with {@code app_} is meant for that application and left alone.
     *
     * @throws Refusal 400 for two headers
     */
    public static Optional<String> amongOthers(HttpServletRequest request) {
        return header(request).flatMap(value -> {
            Matcher bearer = BEARER.matcher(value);
            return bearer.matches() ? Optional.of(bearer.group(1)) : password(value);
        }).filter(word -> OURS.matcher(word).matches());
    }

    private static Optional<String> password(String value) {
        Matcher basic = BASIC.matcher(value);
        if (!basic.matches()) return Optional.empty();
        try {
            String[] pair = new String(Base64.getDecoder().decode(basic.group(1)), UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair[1]) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
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

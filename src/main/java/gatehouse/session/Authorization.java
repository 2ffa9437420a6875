package gatehouse.session;

import java.util.Collections;
import java.util.List;
import java.util.Optional;

import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

/** The one Authorization header of a request at the JSON addresses: an access token of ours, or a refusal. */
public final class Authorization {

    private Authorization() {
    }

    /**
     * What might be a token; empty when there is no such header, so that a cookie may count.
     *
     * @throws Refusal 400 for two headers, 401 for one that brings no token of ours
     */
    public static Optional<Presented> of(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders("Authorization"));
        if (headers.size() > 1) throw new Refusal(400, "refused.two-authorizations");
        Optional<Presented> presented = headers.stream().findFirst().map(header -> Presented.of(Optional.of(header)));
        if (presented.filter(one -> !one.hasToken()).isPresent()) throw invalid();
        return presented;
    }

    /**
     * The token is mistyped, made up, over, ended, another person's, or its account is disabled: all look the same. Never a challenge for Basic,
     * so that no browser asks for a password here and keeps it.
     */
    public static Refusal invalid() {
        return new Refusal(401, "refused.token").header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }
}

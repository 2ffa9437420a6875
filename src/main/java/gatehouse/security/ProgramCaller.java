package gatehouse.security;

import java.util.List;
import java.util.Optional;

import gatehouse.session.AccessTokens;
import gatehouse.session.Authorization;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Presented;
import gatehouse.session.TokenView;
import gatehouse.web.Api;
import gatehouse.web.Refusal;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** A program at the addresses for programs: its access token is all that counts, right or wrong; cookies that come along are not read. */
@ApplicationScoped
public class ProgramCaller {

    private static final List<String> BROWSER = List.of("Origin", "Sec-Fetch-Site", "Sec-Fetch-Mode");

    @Inject
    AccessTokens tokens;
    @Inject
    CurrentAccount current;

    /**
     * Empty when the request brings no Authorization, or is not for programs.
     *
     * @throws Refusal 400 for two, 401 for one that is not good, 403 for Basic from a browser
     */
    Optional<HttpServletRequest> of(HttpServletRequest request) {
        if (!Api.serves(request.getRequestURI())) return Optional.empty();
        return Authorization.of(request).map(presented -> {
            boolean basic = presented.way() == Presented.Way.BASIC;
            if (basic) refuseBrowser(request);
            TokenView view = tokens.find(presented.token()).filter(presented::fits).orElseThrow(Authorization::invalid);
            current.is(view, basic);
            Visit visit = Visit.of(request);
            new Visit(visit.address(), visit.locale(), visit.theme(), "", "", Optional.of(view.me())).keep(request);
            return new Caller(request, view);
        });
    }

    /** A browser keeps a Basic password and sends it by itself, also where another site leads it; no program tells where it comes from. */
    private static void refuseBrowser(HttpServletRequest request) {
        if (BROWSER.stream().anyMatch(header -> request.getHeader(header) != null)) throw new Refusal(403, "refused.basic-browser");
    }
}

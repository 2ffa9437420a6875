package gatehouse.security;

import java.util.Optional;

import gatehouse.session.AccessTokens;
import gatehouse.session.Authorization;
import gatehouse.session.CurrentAccount;
import gatehouse.session.TokenView;
import gatehouse.web.Api;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** A program at the addresses for programs: its access token is all that counts, right or wrong; cookies that come along are not read. */
@ApplicationScoped
public class ProgramCaller {

    @Inject
    AccessTokens tokens;
    @Inject
    CurrentAccount current;

    /** Empty when the request brings no Authorization, or is not for programs. @throws gatehouse.web.Refusal 400 for two, 401 for one that is not good */
    Optional<HttpServletRequest> of(HttpServletRequest request) {
        if (!Api.serves(request.getRequestURI())) return Optional.empty();
        return Authorization.token(request).map(token -> {
            TokenView view = tokens.find(token).orElseThrow(Authorization::invalid);
            current.is(view);
            Visit visit = Visit.of(request);
            new Visit(visit.address(), visit.locale(), visit.theme(), "", "", Optional.of(view.me())).keep(request);
            return new Caller(request, view);
        });
    }
}

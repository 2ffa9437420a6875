package gatehouse.signin;

import java.util.List;
import java.util.Map;
import java.util.Set;

import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.CurrentAccount;
import gatehouse.setting.Settings;
import gatehouse.web.Page;
import gatehouse.web.Refusal;
import gatehouse.web.Refusals;
import gatehouse.web.ReturnPath;
import gatehouse.web.Views;
import gatehouse.web.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * The address by which AList begins: {@code GET /api/auth/sso?method=…&provider=…}. It may begin a sign-in, which touches no session;
 * to bind, it only shows the buttons.
 */
@RequestScoped
@Path("/api/auth/sso")
public class SeedAddresses {

    private static final String BIND = "get_sso_id";
    private static final Set<String> METHODS = Set.of("sso_get_token", BIND);

    @Inject
    Settings settings;
    @Inject
    Providers providers;
    @Inject
    Departures departures;
    @Inject
    CurrentAccount current;
    @Inject
    Views views;
    @Context
    HttpServletRequest request;

    /** @throws Refusal 403 when single sign-on is off, 400 for a method that is none of the seeds', 404 for an unknown provider */
    @GET
    public Response begin(@QueryParam("method") String method, @QueryParam("provider") String slug) {
        if (!settings.sso().enabled()) throw SignInRefused.off();
        if (method == null || !METHODS.contains(method)) throw new Refusal(400, "refused.no-method").inJson(400, "no method provided");
        List<Provider> offered = slug == null || slug.isEmpty() ? providers.enabled() : List.of(providers.enabled(slug));
        if (method.equals(BIND)) return current.signedIn() ? choose(offered, true) : stranger();
        return offered.size() == 1 ? signIn(offered.get(0)) : choose(offered, false);
    }

    private Response signIn(Provider provider) {
        return Response.status(303).location(departures.toSignIn(provider.slug(), new ReturnPath("/"), Visit.of(request))).build();
    }

    /** Programs cannot press a button; they are told what to name. */
    private Response choose(List<Provider> offered, boolean bind) {
        if (Refusals.wantsJson(request)) throw new Refusal(400, "refused.no-provider").inJson(400, "no provider provided");
        return Response.ok(views.render("signin/choose.ftlh", Map.of("bind", bind, "providers", Way.of(offered), "to", ""), request), Page.HTML).build();
    }

    private Response stranger() {
        if (Refusals.wantsJson(request)) throw new Refusal(401, "refused.sign-in").header("WWW-Authenticate", "Bearer");
        return Response.status(303).header("Location", Visit.of(request).address().base() + "/login?next=/profile").build();
    }
}

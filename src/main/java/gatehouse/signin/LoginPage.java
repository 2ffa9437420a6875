package gatehouse.signin;

import java.util.List;

import gatehouse.account.FirstAdministrator;
import gatehouse.account.Username;
import gatehouse.provider.Providers;
import gatehouse.session.CurrentAccount;
import gatehouse.setting.Settings;
import gatehouse.web.Page;
import gatehouse.web.Refusal;
import gatehouse.web.ReturnPath;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The sign-in page: a labelled button for each provider, and the password form. */
@Controller
@RequestScoped
@Path("/login")
@Produces(Page.HTML)
public class LoginPage {

    private static final String VIEW = "signin/login.ftlh";

    @Inject
    Page page;
    @Inject
    Settings settings;
    @Inject
    Providers providers;
    @Inject
    PasswordSignIn passwords;
    @Inject
    KnownBrowser known;
    @Inject
    Threshold threshold;
    @Inject
    CurrentAccount current;
    @Inject
    FirstAdministrator first;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    @GET
    public Response show(@QueryParam("next") String next) {
        if (current.signedIn()) return page.to(new ReturnPath(next).value());
        return with(next, "").show(VIEW);
    }

    @POST
    public Response enter(TypedForm typed) {
        try {
            Username name = Username.from(typed.text("username"));
            threshold.cross(request, response, device -> passwords.enter(name, typed.raw("password"), known.counted(request, name), device));
            return page.to(new ReturnPath(typed.text("to")).value());
        } catch (Refusal refused) {
            return with(typed.text("to"), typed.text("username")).with("refusal", page.sentences(refused)).show(VIEW, refused);
        }
    }

    private Page with(String to, String username) {
        return page.with("to", new ReturnPath(to).value()).with("username", username).with("providers", offered()).with("awaited", first.awaited());
    }

    private List<Way> offered() {
        boolean on = settings.sso().enabled() && Visit.of(request).address().forTrips();
        return on ? Way.of(providers.enabled()) : List.of();
    }
}

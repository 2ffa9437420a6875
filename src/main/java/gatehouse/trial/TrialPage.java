package gatehouse.trial;

import java.time.Clock;
import java.util.List;

import gatehouse.provider.Providers;
import gatehouse.setting.Settings;
import gatehouse.signin.Way;
import gatehouse.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The trial sign-in: begun by a button, and shown step by step, while it is under way and after. */
@Controller
@RequestScoped
@Path(TrialSignIn.PAGE)
@Produces(Page.HTML)
@RolesAllowed("admin")
public class TrialPage {

    @Inject
    Page page;
    @Inject
    TrialSignIn trial;
    @Inject
    Providers providers;
    @Inject
    Settings settings;
    @Inject
    Clock clock;

    @GET
    public Response show() {
        trial.last().map(trace -> new TraceView(trace, page.messages(), clock.instant())).ifPresent(trace -> page.with("trial", trace.shown()).with("bound", trace.bound()));
        List<Way> ways = Way.of(providers.all());
        return page.with("providers", ways).with("sso", settings.sso().enabled()).show("trial/trial.ftlh");
    }

    @POST
    @Path("{slug}")
    public Response begin(@PathParam("slug") String slug) {
        return Response.status(303).location(trial.begin(slug, page.visit())).build();
    }
}

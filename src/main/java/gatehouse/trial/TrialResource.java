package gatehouse.trial;

import java.time.Clock;
import java.util.Map;

import gatehouse.session.CurrentAccount;
import gatehouse.web.Envelope;
import gatehouse.web.Page;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The trial sign-in for a script in the administrator's own browser: it is that browser which goes to the provider, and its session that may see the trace. */
@RequestScoped
@Path("/api/admin/trial")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class TrialResource {

    @Inject
    Page page;
    @Inject
    TrialSignIn trial;
    @Inject
    CurrentAccount current;
    @Inject
    Clock clock;

    /** The last trial of this session. @throws Refusal 404 when there is none */
    @GET
    public Response show() {
        current.session();
        return Envelope.ok(trial.last().map(trace -> TraceJson.of(trace, clock.instant())).orElseThrow(() -> new Refusal(404, "refused.not-found")));
    }

    /** Where this browser has to go: to the provider, or to the page that tells why not. */
    @POST
    public Response begin(@QueryParam("slug") @DefaultValue("") String slug) {
        current.session();
        return Envelope.ok(Map.of("location", trial.begin(slug, page.visit()).toString()));
    }
}

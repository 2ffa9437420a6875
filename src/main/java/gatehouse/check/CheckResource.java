package gatehouse.check;

import java.util.Locale;

import gatehouse.provider.Providers;
import gatehouse.web.Envelope;
import gatehouse.web.Messages;
import gatehouse.web.Page;
import gatehouse.web.Visit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The connection check, for programs. */
@RequestScoped
@Path("/api/admin/provider")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class CheckResource {

    @Inject
    Providers providers;
    @Inject
    CheckProvider check;
    @Inject
    Page page;

    @POST
    @Path("check")
    public Response check(@QueryParam("slug") @DefaultValue("") String slug) {
        Survey survey = check.by(providers.named(slug), page.visit().me().map(Visit.Me::id).orElseThrow());
        return Envelope.ok(new SurveyView(survey, Messages.in(Locale.ENGLISH)).shown());
    }
}

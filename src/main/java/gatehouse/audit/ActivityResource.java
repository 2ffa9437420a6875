package gatehouse.audit;

import gatehouse.session.CurrentAccount;
import gatehouse.web.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** What happened lately to the caller's own account. */
@RequestScoped
@Path("/api/me/activity")
@Produces(Envelope.JSON)
@RolesAllowed("user")
public class ActivityResource {

    @Inject
    ReadLog log;
    @Inject
    CurrentAccount current;

    @GET
    public Response show() {
        return Envelope.ok(log.lately(current.id(), ActivityPage.MOST).stream().map(AuditLine::of).toList());
    }
}

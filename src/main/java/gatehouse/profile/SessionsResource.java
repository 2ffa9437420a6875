package gatehouse.profile;

import java.time.Instant;

import gatehouse.session.CurrentAccount;
import gatehouse.session.Sessions;
import gatehouse.web.Envelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** Where the caller is signed in by a browser. */
@RequestScoped
@Path("/api/me/sessions")
@Produces(Envelope.JSON)
@RolesAllowed("user")
public class SessionsResource {

    /** @param current whether it is the session that asks */
    record Open(long id, String device, Instant created, Instant seen, boolean current) {
    }

    @Inject
    Sessions sessions;
    @Inject
    EndSessions end;
    @Inject
    CurrentAccount current;

    @GET
    public Response list() {
        long asking = end.asking();
        return Envelope.ok(sessions.of(current.id()).stream()
                .map(open -> new Open(open.id(), open.device(), open.created(), open.seen(), open.id() == asking)).toList());
    }

    @POST
    @Path("{id}/end")
    public Response end(@PathParam("id") long id) {
        end.one(id);
        return Envelope.ok();
    }

    /** All of them; but for the one that asks, when a browser does. */
    @POST
    @Path("end")
    public Response endOthers() {
        end.others();
        return Envelope.ok();
    }
}

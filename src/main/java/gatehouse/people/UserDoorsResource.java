package gatehouse.people;

import java.util.Map;

import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** By what somebody gets in, and where they are: a one-time password and bindings by a fresh browser's session only, sessions by a token too. */
@RequestScoped
@Path("/api/admin/user")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class UserDoorsResource {

    private static final String BACK = "/admin/users";

    @Inject
    AdmitUser admit;
    @Inject
    Doer doer;

    /** The answer is the only place where the password stands. @param unbind whether every identity goes too */
    @POST
    @Path("one_time_password")
    @Fresh(back = BACK)
    public Response oneTimePassword(@QueryParam("id") long id, @QueryParam("unbind") boolean unbind) {
        return Envelope.ok(Map.of("one_time_password", admit.oneTimePassword(id, unbind, doer.actor())));
    }

    @POST
    @Path("unbind")
    @Fresh(back = BACK)
    public Response unbind(@QueryParam("id") long id, @QueryParam("identity") long identity) {
        admit.unbind(id, identity, doer.actor());
        return Envelope.ok();
    }

    /** One session, or all when none is named. */
    @POST
    @Path("end_sessions")
    public Response endSessions(@QueryParam("id") long id, @QueryParam("session") Long session) {
        if (session == null) admit.endSessions(id, doer.actor());
        else admit.endSession(id, session, doer.actor());
        return Envelope.ok();
    }
}

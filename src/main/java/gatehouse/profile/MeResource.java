package gatehouse.profile;

import gatehouse.signin.Threshold;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The caller's own account, at AList's addresses and in its words. */
@RequestScoped
@Path("/api/me")
@Produces(Envelope.JSON)
@RolesAllowed("user")
public class MeResource {

    @Inject
    ShowMe me;
    @Inject
    UpdateMe update;
    @Inject
    Threshold threshold;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    @GET
    public Response show() {
        return Envelope.ok(me.shown());
    }

    /** Fields that are left out stay as they are; base_path, permission and whatever else is posted change nothing. */
    @POST
    @Path("update")
    public Response save(Given given) {
        Problems problems = new Problems();
        update.by(given, problems).ifPresent(token -> threshold.carry(request, response, token));
        return problems.any() ? Envelope.of(problems.renamed(MeResource::name)) : Envelope.ok();
    }

    /** AList's field for a new password. */
    private static String name(String field) {
        return field.equals("newPassword") ? "password" : field;
    }
}

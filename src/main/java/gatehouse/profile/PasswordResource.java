package gatehouse.profile;

import java.util.Set;

import gatehouse.session.CurrentAccount;
import gatehouse.signin.Threshold;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Where a one-time password is replaced; any other is changed at {@code /api/me/update}, which asks for the current one. */
@RequestScoped
@Path("/api/me/password")
@Produces(Envelope.JSON)
@RolesAllowed("user")
public class PasswordResource {

    @Inject
    ReplaceOneTime replace;
    @Inject
    CurrentAccount current;
    @Inject
    Threshold threshold;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    /** @throws Refusal 403 for a program, 409 when no one-time password waits to be replaced */
    @POST
    public Response save(Given given) {
        if (!current.session().mustChangePassword()) throw new Refusal(409, "refused.no-one-time");
        given.only(Set.of("password"));
        String typed = given.text("password");
        Problems problems = new Problems();
        replace.by(typed, typed, problems).ifPresent(token -> threshold.carry(request, response, token));
        return problems.any() ? Envelope.of(problems) : Envelope.ok();
    }
}

package gatehouse.signin;

import java.util.Map;

import gatehouse.session.AccessTokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.TokenView;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Refusal;
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

/** A program comes in by username and password, at AList's addresses, and goes out again. */
@RequestScoped
@Path("/api/auth")
@Produces(Envelope.JSON)
public class LoginResource {

    @Inject
    PasswordSignIn passwords;
    @Inject
    AccessTokens tokens;
    @Inject
    CurrentAccount current;
    @Inject
    Threshold threshold;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    /** Counted like every guess at the sign-in page. The token is good for 48 hours. */
    @POST
    @Path("login")
    public Response login(Given given) {
        return Envelope.ok(Map.of("token", passwords.token(given.text("username"), given.text("password")).token()));
    }

    /** AList's pages send a hash made from the password; ours is kept by Argon2id, and no such hash can be held against it. */
    @POST
    @Path("login/hash")
    public Response loginByHash() {
        throw new Refusal(400, "refused.login-hash");
    }

    /** AList's way out: a link brings no Bearer, so nobody is led here. @throws Refusal 405 for a browser's session and for Basic, which a link may bring */
    @GET
    @Path("logout")
    @RolesAllowed("user")
    public Response logoutByGet() {
        TokenView token = current.tokenOnPurpose().orElseThrow(() -> new Refusal(405, "refused.method", "GET").header("Allow", "POST"));
        return revoked(token);
    }

    /** Ends what the request came with: the token, or the browser's session. */
    @POST
    @Path("logout")
    @RolesAllowed("user")
    public Response logout() {
        if (current.token().isPresent()) return revoked(current.token().get());
        threshold.leave(request, response);
        return Envelope.ok();
    }

    private Response revoked(TokenView token) {
        tokens.revoke(token.account(), token.id());
        return Envelope.ok();
    }
}

package gatehouse.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.session.AccessTokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.KeptToken;
import gatehouse.session.Minted;
import gatehouse.session.Scope;
import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The caller's access tokens; by a browser's session only, so that a token neither makes nor ends another. */
@RequestScoped
@Path("/api/me/tokens")
@Produces(Envelope.JSON)
@RolesAllowed("user")
public class TokensResource {

    private static final Set<String> FIELDS = Set.of("name", "scopes", "days", "until");

    record Token(long id, String name, List<String> scopes, Instant created, Instant expires, Instant lastUsed) {

        static Token of(KeptToken kept) {
            return new Token(kept.id(), kept.name(), kept.scopes().stream().sorted().map(Scope::word).toList(), kept.created(), kept.expires(), kept.lastUsed());
        }
    }

    @Inject
    MintToken mint;
    @Inject
    AccessTokens tokens;
    @Inject
    CurrentAccount current;

    @GET
    public Response list() {
        return Envelope.ok(tokens.of(current.session().account()).stream().map(Token::of).toList());
    }

    /** Takes {@code days}, or {@code until}: the last day, as in 2027-01-31. */
    @POST
    @Fresh(back = "/profile")
    public Response mint(Given given) {
        given.only(FIELDS);
        String days = given.digits("days").orElse(given.has("until") ? "date" : "");
        TokenForm form = new TokenForm(given.text("name"), given.texts("scopes"), days, given.text("until", ""));
        Problems problems = new Problems();
        Optional<Minted> minted = mint.by(form, problems);
        return minted.isPresent() ? Envelope.ok(new Made(minted.get())) : Envelope.of(problems.renamed(field -> field.substring("token".length())));
    }

    /** @param token to be kept by the caller: it is never told again */
    record Made(long id, String token, Instant expires) {

        Made(Minted minted) {
            this(minted.id(), minted.token(), minted.expires());
        }
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(@PathParam("id") long id) {
        tokens.revoke(current.session().account(), id);
        return Envelope.ok();
    }

    @POST
    @Path("revoke")
    public Response revokeAll() {
        tokens.revokeAll(current.session().account());
        return Envelope.ok();
    }
}

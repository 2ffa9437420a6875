package gatehouse.profile;

import java.util.Optional;

import gatehouse.session.AccessTokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Minted;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Makes and ends access tokens. A new one is shown in the answer itself, which nobody keeps: never in an address or a cookie. */
@Controller
@RequestScoped
@Path("/profile/tokens")
@Produces(Page.HTML)
@RolesAllowed("user")
public class TokensPage {

    @Inject
    Page page;
    @Inject
    ShowProfile profile;
    @Inject
    MintToken mint;
    @Inject
    AccessTokens tokens;
    @Inject
    CurrentAccount current;
    @Context
    HttpServletResponse response;

    /** Whoever comes here by a link, such as that of another language, wants the profile. */
    @GET
    public Response show() {
        return page.to("/profile#tokens");
    }

    @POST
    @Fresh(back = "/profile")
    public Response mint(TypedForm typed) {
        TokenForm form = TokenForm.of(typed);
        Problems problems = new Problems();
        try {
            Optional<Minted> minted = mint.by(form, problems);
            Page shown = profile.on(page).with("form", profile.form());
            if (problems.any()) return shown.with("tokenForm", form).show(ShowProfile.VIEW, problems);
            return shown.with("minted", minted.orElseThrow().token()).show(ShowProfile.VIEW);
        } catch (Refusal refused) {
            if (refused.status() != 409 && refused.status() != 403) throw refused;
            return profile.on(page).with("form", profile.form()).with("tokenForm", form).with("refusal", page.sentences(refused)).show(ShowProfile.VIEW, refused);
        }
    }

    @POST
    @Path("{id}/revoke")
    public Response revoke(@PathParam("id") long id) {
        tokens.revoke(current.session().account(), id);
        return page.to("/profile", response, "token-revoked", "");
    }

    @POST
    @Path("revoke")
    public Response revokeAll() {
        tokens.revokeAll(current.session().account());
        return page.to("/profile", response, "tokens-revoked", "");
    }
}

package gatehouse.profile;

import java.util.Optional;

import gatehouse.session.AccessTokens;
import gatehouse.session.CurrentAccount;
import gatehouse.signin.Threshold;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** A person's own account: who they are here, what may open it, what they may do, where they are signed in. */
@Controller
@RequestScoped
@Path("/profile")
@Produces(Page.HTML)
@RolesAllowed("user")
public class ProfilePage {

    @Inject
    Page page;
    @Inject
    ShowProfile profile;
    @Inject
    ChangeAccount change;
    @Inject
    Threshold threshold;
    @Inject
    AccessTokens tokens;
    @Inject
    CurrentAccount current;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    @GET
    public Response show() {
        return profile.on(page).with("form", profile.form()).show(ShowProfile.VIEW);
    }

    @POST
    public Response save(TypedForm typed) {
        ProfileForm form = ProfileForm.of(typed);
        if (change.needsProof(form)) return page.to("/again?next=/profile");
        Problems problems = new Problems();
        Optional<String> token = change.save(form, problems);
        if (problems.any()) return profile.on(page).with("form", form.shown()).show(ShowProfile.VIEW, problems);
        token.ifPresent(fresh -> threshold.carry(request, response, fresh));
        return page.to("/profile", response, saved(token.isPresent()), "");
    }

    /** Programs go on after a new password; who fears for it ends their tokens too. */
    private String saved(boolean password) {
        if (!password) return "profile-saved";
        return tokens.of(current.id()).isEmpty() ? "password-saved" : "password-saved-tokens";
    }
}

package gatehouse.profile;

import gatehouse.session.CurrentAccount;
import gatehouse.signin.Threshold;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;
import gatehouse.welcome.FirstSteps;
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

/** Where a one-time password is replaced. Whoever has none goes to the profile, which asks for the current one. */
@Controller
@RequestScoped
@Path("/profile/password")
@Produces(Page.HTML)
@RolesAllowed("user")
public class PasswordPage {

    private static final String VIEW = "profile/password.ftlh";

    @Inject
    Page page;
    @Inject
    ReplaceOneTime replace;
    @Inject
    CurrentAccount current;
    @Inject
    Threshold threshold;
    @Inject
    FirstSteps steps;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    @GET
    public Response show() {
        if (!current.session().mustChangePassword()) return page.to("/profile");
        return page.with("username", current.session().username()).show(VIEW);
    }

    @POST
    public Response save(TypedForm typed) {
        if (!current.session().mustChangePassword()) return page.to("/profile");
        Problems problems = new Problems();
        replace.by(typed.raw("password"), typed.raw("repeated"), problems).ifPresent(token -> threshold.carry(request, response, token));
        if (problems.any()) return page.with("username", current.session().username()).show(VIEW, problems);
        return page.to(steps.onward(page.visit().me().orElseThrow()), response, "password-chosen", "");
    }
}

package gatehouse.welcome;

import gatehouse.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** {@code /admin}: on to the first steps while there is no provider, else to the settings. */
@Controller
@RequestScoped
@Path("/admin")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class AdminPage {

    @Inject
    Page page;
    @Inject
    FirstSteps steps;

    @GET
    public Response enter() {
        return page.to(steps.begun() ? "/admin/sso" : WelcomePage.PATH);
    }
}

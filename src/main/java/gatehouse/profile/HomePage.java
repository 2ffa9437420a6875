package gatehouse.profile;

import gatehouse.session.CurrentAccount;
import gatehouse.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** {@code /}: to the profile, or to the sign-in page. */
@Controller
@RequestScoped
@Path("/")
@Produces(Page.HTML)
public class HomePage {

    @Inject
    Page page;
    @Inject
    CurrentAccount current;

    @GET
    public Response home() {
        return page.to(current.signedIn() ? "/profile" : "/login");
    }
}

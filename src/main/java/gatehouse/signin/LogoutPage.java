package gatehouse.signin;

import gatehouse.web.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Out: this session ends on every node. */
@Controller
@RequestScoped
@Path("/logout")
@Produces(Page.HTML)
public class LogoutPage {

    @Inject
    Page page;
    @Inject
    Threshold threshold;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    @POST
    public Response leave() {
        threshold.leave(request, response);
        return page.to("/login", response, "signed-out", "");
    }
}

package gatehouse.profile;

import gatehouse.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Ends a session elsewhere, or all of them; only the person's own are there to be ended. */
@Controller
@RequestScoped
@Path("/profile/sessions")
@Produces(Page.HTML)
@RolesAllowed("user")
public class SessionsPage {

    @Inject
    Page page;
    @Inject
    EndSessions end;
    @Context
    HttpServletResponse response;

    @POST
    @Path("{id}/end")
    public Response endOne(@PathParam("id") long id) {
        end.one(id);
        return page.to("/profile", response, "session-ended", "");
    }

    @POST
    @Path("end")
    public Response endOthers() {
        end.others();
        return page.to("/profile", response, "sessions-ended", "");
    }
}

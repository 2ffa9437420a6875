package gatehouse.people;

import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.TypedForm;
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

/** By what somebody gets in, and where they are: a one-time password, bindings, sessions. */
@Controller
@RequestScoped
@Path("/admin/users")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class UserDoorsPage {

    private static final String ADDRESS = "/admin/users/";
    private static final String BACK = ADDRESS + "{id}";

    @Inject
    Page page;
    @Inject
    UserView view;
    @Inject
    AdmitUser admit;
    @Inject
    Doer doer;
    @Context
    HttpServletResponse response;

    /** The answer is the only place where the password stands. */
    @POST
    @Path("{id}/one-time-password")
    @Fresh(back = BACK)
    public Response oneTimePassword(@PathParam("id") long id, TypedForm typed) {
        return view.answer(id, () -> {
            String password = admit.oneTimePassword(id, typed.ticked("unbind"), doer.actor());
            return view.on(id).with("password", password).show("people/password.ftlh");
        });
    }

    @POST
    @Path("{id}/bindings/{identity}/unbind")
    @Fresh(back = BACK)
    public Response unbind(@PathParam("id") long id, @PathParam("identity") long identity) {
        return view.answer(id, () -> page.to(ADDRESS + id, response, "unbound", admit.unbind(id, identity, doer.actor())));
    }

    @POST
    @Path("{id}/sessions/{session}/end")
    public Response endSession(@PathParam("id") long id, @PathParam("session") long session) {
        admit.endSession(id, session, doer.actor());
        return page.to(ADDRESS + id, response, "user-session-ended", "");
    }

    @POST
    @Path("{id}/sessions/end")
    public Response endSessions(@PathParam("id") long id) {
        admit.endSessions(id, doer.actor());
        return page.to(ADDRESS + id, response, "user-sessions-ended", "");
    }
}

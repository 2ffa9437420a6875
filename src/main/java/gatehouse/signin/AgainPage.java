package gatehouse.signin;

import gatehouse.session.CurrentAccount;
import gatehouse.web.Page;
import gatehouse.web.Refusal;
import gatehouse.web.ReturnPath;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Is it still you? Then back to the page where something sensitive was about to be done. */
@Controller
@RequestScoped
@Path("/again")
@Produces(Page.HTML)
@RolesAllowed("user")
public class AgainPage {

    private static final String VIEW = "signin/again.ftlh";

    @Inject
    Page page;
    @Inject
    SignInAgain again;
    @Inject
    Threshold threshold;
    @Inject
    Departures departures;
    @Inject
    CurrentAccount current;
    @Context
    HttpServletRequest request;
    @Context
    HttpServletResponse response;

    @GET
    public Response show(@QueryParam("next") String next) {
        return on(new ReturnPath(next)).show(VIEW);
    }

    @POST
    public Response byPassword(TypedForm typed) {
        ReturnPath back = new ReturnPath(typed.text("to"));
        try {
            again.byPassword(typed.raw("password"));
            threshold.prove(request, response);
            return page.to(back.value());
        } catch (Refusal refused) {
            return on(back).with("refusal", page.sentences(refused)).show(VIEW, refused);
        }
    }

    @POST
    @Path("{provider}")
    public Response byProvider(@PathParam("provider") String slug, TypedForm typed) {
        ReturnPath back = new ReturnPath(typed.text("to"));
        return Response.status(303).location(departures.toSignInAgain(slug, current.id(), current.session().id(), back, page.visit())).build();
    }

    private Page on(ReturnPath back) {
        return page.with("username", current.session().username()).with("password", again.hasPassword()).with("providers", again.ways()).with("to", back.value());
    }
}

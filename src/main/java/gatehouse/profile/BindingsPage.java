package gatehouse.profile;

import gatehouse.session.CurrentAccount;
import gatehouse.signin.Departures;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.Refusal;
import gatehouse.web.ReturnPath;
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

/** Bind: a trip to the provider begins. Unbind: one click. Both ask for a fresh sign-in. */
@Controller
@RequestScoped
@Path("/profile/bindings/{provider}")
@Produces(Page.HTML)
@RolesAllowed("user")
public class BindingsPage {

    @Inject
    Page page;
    @Inject
    ShowProfile profile;
    @Inject
    Binding binding;
    @Inject
    Departures departures;
    @Inject
    CurrentAccount current;
    @Context
    HttpServletResponse response;

    @POST
    @Fresh(back = "/profile")
    public Response bind(@PathParam("provider") String slug, TypedForm typed) {
        ReturnPath back = typed.text("to").isEmpty() ? Departures.PROFILE : new ReturnPath(typed.text("to"));
        return Response.status(303).location(departures.toBind(slug, current.id(), current.session().id(), back, page.visit())).build();
    }

    @POST
    @Path("unbind")
    @Fresh(back = "/profile")
    public Response unbind(@PathParam("provider") String slug) {
        try {
            return page.to("/profile", response, "unbound", binding.unbind(slug));
        } catch (Refusal refused) {
            if (refused.status() != 409) throw refused;
            return profile.on(page).with("form", profile.form()).with("refusal", page.sentences(refused)).show(ShowProfile.VIEW, refused);
        }
    }
}

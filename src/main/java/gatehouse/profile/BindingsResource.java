package gatehouse.profile;

import java.util.Map;

import gatehouse.session.CurrentAccount;
import gatehouse.signin.Departures;
import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The caller's identities. To bind one, this very browser has to go to its provider: the answer says where. */
@RequestScoped
@Path("/api/me/bindings")
@Produces(Envelope.JSON)
@RolesAllowed("user")
public class BindingsResource {

    @Inject
    ShowMe me;
    @Inject
    Binding binding;
    @Inject
    Departures departures;
    @Inject
    CurrentAccount current;
    @Inject
    Page page;

    @GET
    public Response list() {
        return Envelope.ok(me.bindings());
    }

    @POST
    @Path("{provider}")
    @Fresh(back = "/profile")
    public Response bind(@PathParam("provider") String slug) {
        return Envelope.ok(Map.of("location", departures.toBind(slug, current.id(), current.session().id(), Departures.PROFILE, page.visit()).toString()));
    }

    @POST
    @Path("{provider}/unbind")
    @Fresh(back = "/profile")
    public Response unbind(@PathParam("provider") String slug) {
        binding.unbind(slug);
        return Envelope.ok();
    }
}

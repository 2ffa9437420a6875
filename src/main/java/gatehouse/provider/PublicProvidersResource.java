package gatehouse.provider;

import gatehouse.web.Envelope;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The buttons of the sign-in page, for programs that draw their own. */
@RequestScoped
@Path("/api/public/providers")
@Produces(Envelope.JSON)
public class PublicProvidersResource {

    @Inject
    ShowProviders show;

    @GET
    public Response list() {
        return Envelope.ok(show.buttons());
    }
}

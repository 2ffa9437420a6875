package gatehouse.provider;

import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import gatehouse.web.Given;
import gatehouse.web.Page;
import gatehouse.web.Refusal;
import gatehouse.web.Visit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The providers: listed, ordered, switched on and off, taken away. What concerns people asks first (409) and wants to hear what it told: {@code seen}. */
@RequestScoped
@Path("/api/admin/provider")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class ProvidersResource {

    @Inject
    Providers providers;
    @Inject
    ShowProviders show;
    @Inject
    ArrangeProviders arrange;
    @Inject
    Page page;

    @GET
    @Path("list")
    public Response list() {
        return Envelope.ok(show.rows());
    }

    @POST
    @Path("enable")
    public Response enable(@QueryParam("slug") @DefaultValue("") String slug) {
        arrange.enable(slug, me());
        return Envelope.ok();
    }

    @POST
    @Path("disable")
    public Response disable(@QueryParam("slug") @DefaultValue("") String slug, @QueryParam("seen") String seen) {
        Stakes stakes = arrange.stakes(slug);
        return arrange.disable(stakes, seen, me()) ? Envelope.ok() : ask(stakes);
    }

    @POST
    @Path("delete")
    @Fresh(back = "/admin/providers")
    public Response delete(@QueryParam("slug") @DefaultValue("") String slug, @QueryParam("seen") String seen) {
        Stakes stakes = arrange.stakes(slug);
        return arrange.remove(stakes, seen, me()) ? Envelope.ok() : ask(stakes);
    }

    /** Takes {@code slug} and {@code position}, 1 for the first; beyond the last is the last. */
    @POST
    @Path("order")
    public Response order(Given given) {
        Provider moved = providers.named(given.text("slug"));
        String position = given.digits("position").orElseThrow(() -> new Refusal(400, "refused.json-missing", "position"));
        if (!position.matches("[1-9][0-9]{0,5}")) throw new Refusal(400, "refused.json-type", "position", "1, 2, …");
        arrange.move(moved.slug(), Integer.parseInt(position) - 1 - place(moved), me());
        return Envelope.ok();
    }

    private int place(Provider provider) {
        return providers.all().stream().map(Provider::slug).toList().indexOf(provider.slug());
    }

    private static Response ask(Stakes stakes) {
        return Envelope.asking(new Refusal(409, "refused.stakes", stakes.bound(), stakes.stranded()), stakes.shown());
    }

    private Visit.Me me() {
        return page.visit().me().orElseThrow();
    }
}

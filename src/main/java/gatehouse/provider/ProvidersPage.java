package gatehouse.provider;

import gatehouse.account.Accounts;
import gatehouse.setting.Settings;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** The providers in the order of the sign-in page: moved, switched on and off, taken away. */
@Controller
@RequestScoped
@Path("/admin/providers")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class ProvidersPage {

    private static final String LIST = "/admin/providers";

    @Inject
    Page page;
    @Inject
    Settings settings;
    @Inject
    Accounts accounts;
    @Inject
    Providers providers;
    @Inject
    ArrangeProviders arrange;
    @Context
    HttpServletResponse response;

    @GET
    public Response list() {
        return page.with("providers", providers.all().stream().map(provider -> ProviderView.row(provider, accounts.boundAt(provider.id()))).toList())
                .with("sso", settings.sso().enabled()).show("provider/list.ftlh");
    }

    @POST
    @Path("{slug}/enable")
    public Response enable(@PathParam("slug") String slug) {
        arrange.enable(slug, true);
        return page.to(LIST, response, "provider-enabled", "");
    }

    @POST
    @Path("{slug}/disable")
    public Response disable(@PathParam("slug") String slug) {
        arrange.enable(slug, false);
        return page.to(LIST, response, "provider-disabled", "");
    }

    @POST
    @Path("{slug}/up")
    public Response up(@PathParam("slug") String slug) {
        arrange.move(slug, -1);
        return page.to(LIST, response, "provider-moved", "");
    }

    @POST
    @Path("{slug}/down")
    public Response down(@PathParam("slug") String slug) {
        arrange.move(slug, 1);
        return page.to(LIST, response, "provider-moved", "");
    }

    @GET
    @Path("{slug}/delete")
    @Fresh(back = LIST)
    public Response ask(@PathParam("slug") String slug) {
        return ask(arrange.removal(slug));
    }

    @POST
    @Path("{slug}/delete")
    @Fresh(back = LIST)
    public Response delete(@PathParam("slug") String slug, TypedForm typed) {
        Removal removal = arrange.removal(slug);
        return arrange.remove(removal, typed.text("seen")) ? page.to(LIST, response, "provider-deleted", "") : ask(removal);
    }

    private Response ask(Removal removal) {
        removal.shown().forEach(page::with);
        return page.show("provider/delete.ftlh");
    }
}

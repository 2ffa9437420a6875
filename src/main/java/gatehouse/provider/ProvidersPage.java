package gatehouse.provider;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

import gatehouse.account.Accounts;
import gatehouse.setting.Settings;
import gatehouse.web.Fresh;
import gatehouse.web.Page;
import gatehouse.web.TypedForm;
import gatehouse.web.Visit;
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
    @Inject
    Clock clock;
    @Context
    HttpServletResponse response;

    @GET
    public Response list() {
        return page.with("providers", providers.all().stream().map(provider -> row(provider)).toList())
                .with("sso", settings.sso().enabled()).with("most", Accounts.COUNTED).show("provider/list.ftlh");
    }

    private Map<String, Object> row(Provider provider) {
        return ProviderView.row(provider, accounts.manyBoundAt(provider.id()), SecretLife.of(provider, LocalDate.now(clock)), page.messages());
    }

    @POST
    @Path("{slug}/enable")
    public Response enable(@PathParam("slug") String slug) {
        arrange.enable(slug, me());
        return page.to(LIST, response, "provider-enabled", "");
    }

    @GET
    @Path("{slug}/disable")
    public Response askToDisable(@PathParam("slug") String slug) {
        return ask(arrange.stakes(slug), "provider/disable.ftlh");
    }

    @POST
    @Path("{slug}/disable")
    public Response disable(@PathParam("slug") String slug, TypedForm typed) {
        Stakes stakes = arrange.stakes(slug);
        boolean done = arrange.disable(stakes, typed.text("seen"), me());
        return done ? page.to(LIST, response, "provider-disabled", "") : ask(stakes, "provider/disable.ftlh");
    }

    @POST
    @Path("{slug}/up")
    public Response up(@PathParam("slug") String slug) {
        arrange.move(slug, -1, me());
        return page.to(LIST, response, "provider-moved", "");
    }

    @POST
    @Path("{slug}/down")
    public Response down(@PathParam("slug") String slug) {
        arrange.move(slug, 1, me());
        return page.to(LIST, response, "provider-moved", "");
    }

    @GET
    @Path("{slug}/delete")
    @Fresh(back = LIST)
    public Response ask(@PathParam("slug") String slug) {
        return ask(arrange.stakes(slug), "provider/delete.ftlh");
    }

    @POST
    @Path("{slug}/delete")
    @Fresh(back = LIST)
    public Response delete(@PathParam("slug") String slug, TypedForm typed) {
        Stakes stakes = arrange.stakes(slug);
        boolean done = arrange.remove(stakes, typed.text("seen"), me());
        return done ? page.to(LIST, response, "provider-deleted", "") : ask(stakes, "provider/delete.ftlh");
    }

    private Response ask(Stakes stakes, String view) {
        stakes.shown().forEach(page::with);
        return page.show(view);
    }

    private Visit.Me me() {
        return page.visit().me().orElseThrow();
    }
}

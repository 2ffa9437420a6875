package gatehouse.check;

import gatehouse.provider.Provider;
import gatehouse.provider.ProviderView;
import gatehouse.provider.Providers;
import gatehouse.web.Page;
import gatehouse.web.Visit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The connection check of a saved provider, switched on or not. */
@Controller
@RequestScoped
@Path("/admin/providers")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class CheckPage {

    @Inject
    Page page;
    @Inject
    Providers providers;
    @Inject
    CheckProvider check;

    @POST
    @Path("{slug}/check")
    public Response check(@PathParam("slug") String slug) {
        Provider provider = providers.named(slug);
        Survey survey = check.by(provider, page.visit().me().map(Visit.Me::id).orElseThrow());
        return page.with("provider", ProviderView.head(provider)).with("survey", new SurveyView(survey, page.messages()).shown()).show("provider/check.ftlh");
    }

    /** Whoever comes here by a link, such as that of another language, wants the provider. */
    @GET
    @Path("{slug}/check")
    public Response unchecked(@PathParam("slug") String slug) {
        return page.to("/admin/providers/" + providers.named(slug).slug());
    }
}

package gatehouse.setting;

import java.net.URI;

import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.PublicUrl;
import gatehouse.web.Site;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** Asks the administrator who came by a new host whether that is the address people use. */
@Controller
@RequestScoped
@Path("/admin/address")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class AddressPage {

    private static final String VIEW = "setting/address.ftlh";
    private static final String AFTER = "/admin";

    @Inject
    Page page;
    @Inject
    Settings settings;
    @Inject
    Site site;
    @Context
    HttpServletResponse response;

    @GET
    public Response show() {
        settings.anew();
        return with(home() ? "" : here()).show(VIEW);
    }

    @POST
    public Response confirm(TypedForm typed) {
        if (typed.text("publicUrl").isBlank() && settings.publicUrl().isPresent()) return forget();
        Problems problems = new Problems();
        var url = problems.check("publicUrl", () -> new PublicUrl(typed.text("publicUrl")));
        if (url.isEmpty()) return with(typed.text("publicUrl")).show(VIEW, problems);
        settings.keep(url.get(), page.visit().me().orElseThrow());
        boolean elsewhere = !site.fixed() && !url.get().value().equals(here());
        return elsewhere ? Response.status(303).location(URI.create(url.get().value() + AFTER)).build() : page.to(AFTER, response, "address-saved", "");
    }

    private Response forget() {
        settings.forgetPublicUrl(page.visit().me().orElseThrow());
        return page.to("/admin/address", response, "address-forgotten", "");
    }

    private String here() {
        return page.visit().address().base();
    }

    /** Whether nobody has said what people use, and this machine alone can be reached by what was typed. */
    private boolean home() {
        return site.publicUrl().isEmpty() && page.visit().address().forTrips();
    }

    private Page with(String address) {
        return page.with("address", address).with("home", home()).with("fixed", site.fixed()).with("stored", site.publicUrl().map(PublicUrl::value).orElse(""));
    }
}

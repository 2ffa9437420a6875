package gatehouse.setting;

import java.util.Set;

import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.PublicUrl;
import gatehouse.web.Site;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** The address people use. */
@RequestScoped
@Path("/api/admin/address")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class AddressResource {

    /**
     * @param publicUrl null while there is none
     * @param fixed     whether the process was started with it, which beats what is stored
     * @param here      by which it was asked
     */
    record Shown(String publicUrl, boolean fixed, String here) {
    }

    @Inject
    Page page;
    @Inject
    Settings settings;
    @Inject
    Site site;

    @GET
    public Response show() {
        settings.anew();
        return Envelope.ok(new Shown(site.publicUrl().map(PublicUrl::value).orElse(null), site.fixed(), page.visit().address().base()));
    }

    /** Takes {@code public_url}; an empty one forgets what is stored. */
    @POST
    public Response confirm(Given given) {
        given.only(Set.of("public_url"));
        String typed = given.text("public_url").strip();
        if (typed.isEmpty() && settings.publicUrl().isPresent()) return forget();
        Problems problems = new Problems();
        problems.check("publicUrl", () -> new PublicUrl(typed)).ifPresent(url -> settings.keep(url, page.visit().me().orElseThrow()));
        return problems.any() ? Envelope.of(problems) : Envelope.ok();
    }

    private Response forget() {
        settings.forgetPublicUrl(page.visit().me().orElseThrow());
        return Envelope.ok();
    }
}

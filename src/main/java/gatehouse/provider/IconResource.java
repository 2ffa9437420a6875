package gatehouse.provider;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Large;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** A provider's icon: the bytes of a file, an address to fetch one from once, or none any more. */
@RequestScoped
@Path("/api/admin/provider/icon")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class IconResource {

    private static final Set<String> FIELDS = Set.of("slug", "file", "url", "remove");

    @Inject
    Providers providers;
    @Inject
    SaveProvider save;
    @Inject
    Page page;

    @POST
    public Response change(@Large(512) Given given) {
        given.only(FIELDS);
        String slug = providers.named(given.text("slug")).slug();
        Problems problems = new Problems();
        Optional<Provider> saved = save.bear(slug, TypedIcon.of(given), problems, page.visit().me().orElseThrow());
        return saved.isPresent() ? Envelope.ok(Map.of("icon", saved.get().icon())) : Envelope.of(problems.renamed(IconResource::name));
    }

    private static String name(String field) {
        return field.equals("icon") ? "file" : "url";
    }
}

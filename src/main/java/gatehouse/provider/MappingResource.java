package gatehouse.provider;

import java.util.Optional;

import gatehouse.account.Roles;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Large;
import gatehouse.web.Problems;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;

/** A mapping tried on an answer, before anybody is sent away. Nothing is written. */
@RequestScoped
@Path("/api/admin/provider")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class MappingResource {

    @Inject
    Providers providers;
    @Inject
    ProviderSheet sheet;
    @Inject
    MappingTester tester;
    @Inject
    Roles roles;

    /** The fields of a provider, saved ({@code slug}) or not, with an answer of its as {@code sample}. */
    @POST
    @Path("mapping")
    public Response tryMapping(@Large(512) Given given) {
        given.only(ProviderJson.FIELDS);
        Optional<Provider> provider = given.has("slug") ? Optional.of(providers.named(given.text("slug"))) : Optional.empty();
        ProviderForm now = provider.map(saved -> ProviderForm.of(saved.draft(), saved.version())).orElseGet(() -> sheet.fresh(given.text("preset", "")));
        Problems problems = new Problems();
        Optional<Tested> tested = tester.test(ProviderJson.over(now, given, roles.all()), provider, problems);
        return problems.any() ? Envelope.of(problems) : Envelope.ok(TestedJson.of(tested.orElseThrow()));
    }
}

package gatehouse.provider;

import java.util.Locale;
import java.util.Optional;

import gatehouse.account.Roles;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Large;
import gatehouse.web.Messages;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Visit;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** Looks before anybody is sent there: a mapping tried on an answer, and the connection to a provider. Nothing is written. */
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
    CheckProvider check;
    @Inject
    Roles roles;
    @Inject
    Page page;

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

    @POST
    @Path("check")
    public Response check(@QueryParam("slug") @DefaultValue("") String slug) {
        Survey survey = check.by(providers.named(slug), page.visit().me().map(Visit.Me::id).orElseThrow());
        return Envelope.ok(new SurveyView(survey, Messages.in(Locale.ENGLISH)).shown());
    }
}

package gatehouse.provider;

import java.util.Optional;

import gatehouse.account.Roles;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Large;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
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

/** One provider: shown, added, changed, by the rules of its page. */
@RequestScoped
@Path("/api/admin/provider")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class ProviderResource {

    @Inject
    Providers providers;
    @Inject
    ShowProviders show;
    @Inject
    SaveProvider save;
    @Inject
    ProviderSheet sheet;
    @Inject
    Roles roles;
    @Inject
    Page page;

    @GET
    @Path("get")
    public Response show(@QueryParam("slug") @DefaultValue("") String slug) {
        return Envelope.ok(show.one(slug, sheet.base()));
    }

    @GET
    @Path("presets")
    public Response presets() {
        return Envelope.ok(Presets.all().stream().map(Preset::told).toList());
    }

    /** What is left out is as in a new form, or as the {@code preset} has it with its {@code variables}. */
    @POST
    @Path("create")
    public Response add(@Large(256) Given given) {
        given.only(ProviderJson.FRESH);
        String preset = given.text("preset", "");
        Problems problems = new Problems();
        ProviderForm form = ProviderJson.over(sheet.fresh(preset), given, roles.all());
        ProviderForm filled = ProviderJson.variables(Presets.named(preset), given).fill(form, problems);
        return answer(problems.any() ? Optional.empty() : save.add(filled, problems, page.visit().me().orElseThrow()), problems);
    }

    /** What is left out stays. With a {@code version} it is refused when somebody else was quicker. */
    @POST
    @Path("update")
    public Response change(@Large(256) Given given) {
        given.only(ProviderJson.FIELDS);
        Problems problems = new Problems();
        Provider provider = providers.named(given.text("slug"));
        ProviderForm form = ProviderJson.over(ProviderForm.of(provider.draft(), provider.version()), given, roles.all());
        return answer(save.change(provider, form, problems, page.visit().me().orElseThrow()), problems);
    }

    private Response answer(Optional<Provider> saved, Problems problems) {
        if (saved.isPresent()) return Envelope.ok(show.one(saved.get().slug(), sheet.base()));
        if (problems.byField().containsKey("version")) throw new Refusal(409, "refused.changed");
        return Envelope.of(problems.renamed(ProviderJson::name));
    }
}

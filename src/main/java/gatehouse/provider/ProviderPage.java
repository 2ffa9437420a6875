package gatehouse.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.web.OneLine;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/** One provider: added, shown with the addresses to copy, changed. */
@Controller
@RequestScoped
@Path("/admin/providers")
@Produces(Page.HTML)
@RolesAllowed("admin")
public class ProviderPage {

    private static final String VIEW = "provider/form.ftlh";

    @Inject
    Page page;
    @Inject
    ProviderSheet sheet;
    @Inject
    Providers providers;
    @Inject
    SaveProvider save;
    @Inject
    MappingTester tester;
    @Inject
    TestSignIn test;
    @Context
    HttpServletResponse response;

    @GET
    @Path("new")
    public Response fresh(@QueryParam("preset") String slug, @QueryParam("search") @DefaultValue("") String search) {
        Optional<Preset> picked = slug == null ? Optional.empty() : Presets.named(slug);
        if (picked.isPresent()) return sheet.of(ProviderForm.of(picked.get(), sheet.base(), sheet.usualRole()), Variables.usual(picked)).show(VIEW);
        List<Map<String, Object>> found = Presets.all().stream().filter(preset -> preset.answersTo(search)).map(Preset::shown).toList();
        return page.with("presets", found).with("search", OneLine.of(search, 100)).show("provider/presets.ftlh");
    }

    @POST
    @Path("new")
    public Response add(TypedForm typed) {
        ProviderForm form = ProviderForm.of(typed);
        Problems problems = new Problems();
        Variables variables = Variables.typed(Presets.named(form.text("preset")), typed);
        ProviderForm filled = variables.fill(form, problems);
        Optional<Provider> added = problems.any() ? Optional.empty() : save.add(filled, problems, page.visit().me().orElseThrow());
        return added.isPresent() ? saved(added.get(), typed, "provider-added") : sheet.refused(form, variables, problems);
    }

    @GET
    @Path("{slug}")
    public Response show(@PathParam("slug") String slug) {
        Provider provider = providers.named(slug);
        ProviderForm form = ProviderForm.of(provider.draft(), provider.version());
        return test.lastAnswer(provider).map(last -> sheet.of(form.beside(last.json()), provider).with("sampled", last.ago().toMinutes()))
                .orElseGet(() -> sheet.of(form, provider)).show(VIEW);
    }

    @POST
    @Path("{slug}")
    public Response change(@PathParam("slug") String slug, TypedForm typed) {
        ProviderForm form = ProviderForm.of(typed);
        Problems problems = new Problems();
        Optional<Provider> changed = save.change(providers.named(slug), form, problems, page.visit().me().orElseThrow());
        return changed.isPresent() ? saved(changed.get(), typed, "provider-saved") : sheet.refused(form, slug, problems);
    }

    /** Tries the mapping of the form as it is, of a saved provider or of a new one; the page comes back with the result. */
    @POST
    @Path("{slug}/mapping")
    public Response tryMapping(@PathParam("slug") String slug, TypedForm typed) {
        ProviderForm form = ProviderForm.of(typed);
        Optional<Provider> provider = slug.equals("new") ? Optional.empty() : Optional.of(providers.named(slug));
        Problems problems = new Problems();
        Page shown = provider.map(saved -> sheet.of(form, saved))
                .orElseGet(() -> sheet.of(form, Variables.typed(Presets.named(form.text("preset")), typed)));
        tester.test(form, provider, problems).ifPresent(tested -> shown.with("tested", new TestedView(tested, page.messages()).shown()));
        return problems.any() ? shown.show(VIEW, problems.inOrder(ProviderForm.ORDER)) : shown.show(VIEW);
    }

    /** Whoever comes here by a link, such as that of another language, wants the provider. */
    @GET
    @Path("{slug}/mapping")
    public Response untried(@PathParam("slug") String slug) {
        return page.to("/admin/providers/" + (slug.equals("new") ? slug : providers.named(slug).slug()));
    }

    /** Two buttons, one form: saved only, or saved and tried at once. */
    private Response saved(Provider provider, TypedForm typed, String flash) {
        if (typed.text("then").equals("test")) return Response.status(303).location(test.begin(provider.slug(), page.visit())).build();
        return page.to("/admin/providers/" + provider.slug(), response, flash, provider.name());
    }
}

package gatehouse.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.setting.Settings;
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
    Site site;
    @Inject
    Settings settings;
    @Inject
    Providers providers;
    @Inject
    Roles roles;
    @Inject
    SaveProvider save;
    @Inject
    Outside outside;
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
        if (picked.isPresent()) return with(ProviderForm.of(picked.get(), base(), usual()), picked, Variables.usual(picked)).show(VIEW);
        List<Map<String, Object>> found = Presets.all().stream().filter(preset -> preset.answersTo(search)).map(Preset::shown).toList();
        return page.with("presets", found).with("search", OneLine.of(search, 100)).show("provider/presets.ftlh");
    }

    @POST
    @Path("new")
    public Response add(TypedForm typed) {
        ProviderForm form = ProviderForm.of(typed);
        Problems problems = new Problems();
        Optional<Preset> preset = Presets.named(typed.text("preset"));
        Variables variables = Variables.typed(preset, typed);
        ProviderForm filled = variables.fill(form, problems);
        Optional<Provider> added = problems.any() ? Optional.empty() : save.add(filled, problems);
        return added.isPresent() ? saved(added.get(), typed) : with(form, preset, variables).show(VIEW, problems);
    }

    @GET
    @Path("{slug}")
    public Response show(@PathParam("slug") String slug) {
        Provider provider = providers.named(slug);
        ProviderForm form = ProviderForm.of(provider.draft(), provider.version());
        return test.lastAnswer(provider).map(last -> with(form.beside(last.json()), provider).with("sampled", last.ago().toMinutes()))
                .orElseGet(() -> with(form, provider)).show(VIEW);
    }

    @POST
    @Path("{slug}")
    public Response change(@PathParam("slug") String slug, TypedForm typed) {
        ProviderForm form = ProviderForm.of(typed);
        Problems problems = new Problems();
        Provider provider = providers.named(slug);
        Optional<Provider> changed = save.change(provider, form, problems);
        return changed.isPresent() ? saved(changed.get(), typed) : with(form, provider).show(VIEW, problems);
    }

    /** Tries the mapping of the form as it is, of a saved provider or of a new one; the page comes back with the result. */
    @POST
    @Path("{slug}/mapping")
    public Response tryMapping(@PathParam("slug") String slug, TypedForm typed) {
        ProviderForm form = ProviderForm.of(typed);
        Optional<Provider> provider = slug.equals("new") ? Optional.empty() : Optional.of(providers.named(slug));
        Problems problems = new Problems();
        Page shown = provider.map(saved -> with(form, saved)).orElseGet(() -> with(form));
        tester.test(form, provider, problems).ifPresent(tested -> shown.with("tested", new TestedView(tested, page.messages()).shown()));
        return problems.any() ? shown.show(VIEW, problems) : shown.show(VIEW);
    }

    /** Whoever comes here by a link, such as that of another language, wants the provider. */
    @GET
    @Path("{slug}/mapping")
    public Response untried(@PathParam("slug") String slug) {
        return page.to("/admin/providers/" + (slug.equals("new") ? slug : providers.named(slug).slug()));
    }

    /** Two buttons, one form: saved only, or saved and tried at once. */
    private Response saved(Provider provider, TypedForm typed) {
        if (typed.text("then").equals("test")) return Response.status(303).location(test.begin(provider.slug(), page.visit())).build();
        return page.to("/admin/providers/" + provider.slug(), response, "provider-saved", "");
    }

    private Page with(ProviderForm form, Provider provider) {
        Concerns concerns = Concerns.of(provider.draft(), base(), outside, page.messages());
        return with(form).with("provider", ProviderView.head(provider))
                .with("addresses", ProviderView.addresses(provider, base(), settings.sso().compatibility())).with("concerns", concerns.shown());
    }

    private Page with(ProviderForm form, Optional<Preset> preset, Variables variables) {
        Page page = with(form).with("variables", variables.shown());
        return preset.isPresent() ? page.with("preset", preset.get().shown()) : page;
    }

    private Page with(ProviderForm form) {
        test.underWay().ifPresent(name -> page.with("underWay", name));
        List<Map<String, String>> grantable = roles.grantable().stream().map(role -> Map.of("value", Long.toString(role.id()), "text", role.name())).toList();
        return page.with("form", form.shown()).with("roles", grantable).with("addresses", List.of()).with("concerns", Concerns.NONE.shown());
    }

    private String usual() {
        return roles.grantable().stream().filter(role -> role.name().equals(Role.USER)).map(role -> Long.toString(role.id())).findFirst().orElse("");
    }

    /** The address people use, also when the administrator came by another one. */
    private String base() {
        return site.publicUrl().map(PublicUrl::value).orElse(page.visit().address().base());
    }
}

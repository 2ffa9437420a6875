package gatehouse.guard;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import gatehouse.web.Given;
import gatehouse.web.Page;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

/** The guarded services, by the rules of their page; roles by their names. */
@RequestScoped
@Path("/api/admin/service")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class ServicesResource {

    private static final List<String> TEXTS = List.of("name", "address", "mode", "confinement", "signIn", "upstream", "open");
    private static final Set<String> FIELDS = Set.of("id", "version", "roles", "name", "address", "mode", "confinement", "sign_in", "upstream", "open");

    @Inject
    ServiceRows services;
    @Inject
    SaveGuarded save;
    @Inject
    ProxyTexts proxies;
    @Inject
    Roles roles;
    @Inject
    Page page;

    @GET
    @Path("list")
    public Response list() {
        return Envelope.ok(services.all().stream().map(this::shown).toList());
    }

    @GET
    @Path("get")
    public Response show(@QueryParam("id") long id) {
        return Envelope.ok(shown(services.one(id)));
    }

    /** What to paste into nginx, Caddy or Traefik. */
    @GET
    @Path("proxies")
    public Response proxies(@QueryParam("id") long id) {
        return Envelope.ok(proxies.of(services.one(id)));
    }

    @POST
    @Path("create")
    public Response add(Given given) {
        Problems problems = new Problems();
        GuardedForm form = over(GuardedForm.fresh(page.visit().address().base()), given);
        return answer(save.add(form, problems, page.visit().me().orElseThrow()), problems);
    }

    /** What is left out stays. With a {@code version} it is refused when somebody else was quicker. */
    @POST
    @Path("update")
    public Response change(Given given) {
        long id = given.id();
        Problems problems = new Problems();
        GuardedForm form = over(GuardedForm.of(services.one(id)), given);
        return answer(save.change(id, form, problems, page.visit().me().orElseThrow()), problems);
    }

    @POST
    @Path("delete")
    @Fresh(back = "/admin/services")
    public Response delete(@QueryParam("id") long id) {
        save.remove(id, page.visit().me().orElseThrow());
        return Envelope.ok();
    }

    private Response answer(Optional<Guarded> saved, Problems problems) {
        return saved.isPresent() ? Envelope.ok(shown(services.one(saved.get().id()))) : Envelope.of(problems);
    }

    private Map<String, Object> shown(Guarded guarded) {
        GuardedForm form = GuardedForm.of(guarded);
        Map<String, Object> shown = new LinkedHashMap<>(Map.of("id", guarded.id(), "version", guarded.version()));
        TEXTS.forEach(field -> shown.put(Envelope.snake(field), form.text(field)));
        shown.put("roles", roles.all().stream().filter(role -> form.roles().contains(Long.toString(role.id()))).map(Role::name).toList());
        return shown;
    }

    private GuardedForm over(GuardedForm form, Given given) {
        given.only(FIELDS);
        Map<String, List<String>> fields = new HashMap<>();
        TEXTS.forEach(field -> fields.put(field, List.of(given.text(Envelope.snake(field), form.text(field)))));
        fields.put("version", List.of(given.digits("version").orElse(form.text("version"))));
        fields.put("roles", given.has("roles") ? ids(given.texts("roles")) : form.roles());
        return GuardedForm.of(TypedForm.of(fields));
    }

    /** @throws Refusal 422 for a name that no role has */
    private List<String> ids(List<String> names) {
        return names.stream().map(name -> roles.all().stream().filter(role -> role.name().equals(name)).findFirst()
                .orElseThrow(() -> Refusal.invalid("user.api.role-unknown"))).map(role -> Long.toString(role.id())).toList();
    }
}

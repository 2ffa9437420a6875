package gatehouse.people;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.account.Permissions;
import gatehouse.account.Role;
import gatehouse.account.RoleDraft;
import gatehouse.account.Roles;
import gatehouse.web.Envelope;
import gatehouse.web.Fresh;
import gatehouse.web.Given;
import gatehouse.web.Problems;
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

/** The roles: what they allow, added, changed, deleted. */
@RequestScoped
@Path("/api/admin/role")
@Produces(Envelope.JSON)
@RolesAllowed("admin")
public class RolesResource {

    private static final Set<String> FIELDS = Set.of("id", "name", "permission", "administrator", "version");

    /** @param shipped whether the house relies on it: it keeps its name and its kind */
    record Row(long id, String name, int permission, boolean administrator, boolean shipped, int version) {

        static Row of(Role role) {
            return new Row(role.id(), role.name(), role.permissions().sum(), role.administrator(), role.shipped(), role.version());
        }
    }

    @Inject
    Roles roles;
    @Inject
    ShowRoles show;
    @Inject
    ChangeRole change;
    @Inject
    Doer doer;

    @GET
    @Path("list")
    public Response list() {
        return Envelope.ok(roles.all().stream().map(Row::of).toList());
    }

    @GET
    @Path("get")
    public Response show(@QueryParam("id") long id) {
        return Envelope.ok(Row.of(roles.find(id)));
    }

    /** How many have each role, by hand and by which provider; what is more than a thousand is many. */
    @GET
    @Path("holders")
    public Response holders() {
        return Envelope.ok(show.rows(roles.all()).stream()
                .map(row -> Map.of("id", row.get("id"), "people", row.get("people"), "granted", row.get("granted"))).toList());
    }

    @POST
    @Path("create")
    public Response add(Given given) {
        Problems problems = new Problems();
        Optional<Long> added = form(RoleForm.FRESH, Permissions.NONE, given).draft(Optional.empty(), problems)
                .flatMap(draft -> problems.check("name", () -> change.add(draft, doer.actor())));
        return added.isPresent() ? Envelope.ok(Row.of(roles.find(added.get()))) : Envelope.of(problems);
    }

    /** What is left out stays. Whoever would make administrators of people needs a fresh browser's session. */
    @POST
    @Path("update")
    public Response save(Given given) {
        Role role = roles.find(given.id());
        RoleForm form = form(RoleForm.of(role), role.permissions(), given);
        Problems problems = new Problems();
        Optional<RoleDraft> draft = form.draft(Optional.of(role).filter(Role::shipped), problems);
        if (draft.filter(wish -> change.makesAdministrators(role.id(), wish)).isPresent()) doer.proveFresh();
        draft.ifPresent(wish -> problems.check("name", () -> {
            change.change(role.id(), form.version(), wish, doer.actor());
            return true;
        }));
        return problems.any() ? Envelope.of(problems) : Envelope.ok(Row.of(roles.find(role.id())));
    }

    @POST
    @Path("delete")
    @Fresh(back = "/admin/roles")
    public Response delete(@QueryParam("id") long id) {
        change.delete(id, doer.actor());
        return Envelope.ok();
    }

    private static RoleForm form(RoleForm now, Permissions sum, Given given) {
        given.only(FIELDS);
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("name", List.of(given.text("name", now.name())));
        fields.put("permission", sum.ticked().stream().map(one -> Integer.toString(one.bit())).toList());
        fields.put("permissionSum", List.of(given.digits("permission").orElse(Integer.toString(sum.sum()))));
        fields.put("permissionWas", List.of(Integer.toString(sum.sum())));
        fields.put("version", List.of(given.digits("version").orElse(Integer.toString(now.version()))));
        if (given.flag("administrator", now.administrator())) fields.put("administrator", List.of("true"));
        return RoleForm.typed(TypedForm.of(fields), sum);
    }
}

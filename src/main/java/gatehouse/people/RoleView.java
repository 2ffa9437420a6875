package gatehouse.people;

import java.util.List;
import java.util.function.Supplier;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.web.Page;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;

/** A role's page, as saved and after a refusal. */
@RequestScoped
public class RoleView {

    @Inject
    Page page;
    @Inject
    ShowRoles show;
    @Inject
    Roles roles;

    Page on(Role role) {
        return page.with("role", show.rows(List.of(role)).get(0)).with("path", "/admin/roles/" + role.id());
    }

    /** What the deed answers; refused (409), the role's page that says why, with what was typed. */
    Response answer(long id, RoleForm typed, Supplier<Response> deed) {
        try {
            return deed.get();
        } catch (Refusal refused) {
            if (refused.status() != 409) throw refused;
            Role now = roles.find(id);
            return on(now).with("form", typed.at(now.version()).shown()).with("refusal", page.sentences(refused)).show("people/role.ftlh", refused);
        }
    }
}

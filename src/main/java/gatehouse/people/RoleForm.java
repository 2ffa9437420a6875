package gatehouse.people;

import java.util.Map;
import java.util.Optional;

import gatehouse.account.PermissionChoice;
import gatehouse.account.Permissions;
import gatehouse.account.Role;
import gatehouse.account.RoleDraft;
import gatehouse.account.RoleName;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;

/** What was typed about a role, or what is saved. */
record RoleForm(String name, PermissionChoice choice, boolean administrator, int version) {

    static final RoleForm FRESH = new RoleForm("", PermissionChoice.of(Permissions.NONE), false, 0);

    static RoleForm of(Role role) {
        return new RoleForm(role.name(), PermissionChoice.of(role.permissions()), role.administrator(), role.version());
    }

    static RoleForm typed(TypedForm typed, Permissions saved) {
        return new RoleForm(typed.text("name"), PermissionChoice.of(typed, saved), typed.ticked("administrator"), UserForm.version(typed));
    }

    /** The role as it is wished; a shipped one keeps its name and its kind, which the form does not post. */
    Optional<RoleDraft> draft(Optional<Role> shipped, Problems problems) {
        Optional<RoleName> wanted = problems.check("name", () -> RoleName.of(shipped.map(Role::name).orElse(name)));
        Optional<Permissions> permissions = problems.check("permissionSum", choice::chosen);
        if (problems.any()) return Optional.empty();
        return Optional.of(new RoleDraft(wanted.orElseThrow(), permissions.orElseThrow(), shipped.map(Role::administrator).orElse(administrator)));
    }

    /** The same, to be saved over that version. */
    RoleForm at(int newer) {
        return new RoleForm(name, choice, administrator, newer);
    }

    Map<String, Object> shown() {
        Optional<Permissions> chosen = new Problems().check("permissionSum", choice::chosen);
        return Map.of("name", name, "administrator", administrator, "version", version, "permission", chosen.orElseGet(choice::ticked).sum(),
                "permissionSum", chosen.map(sum -> Integer.toString(sum.sum())).orElse(choice.number()));
    }
}

package gatehouse.people;

import java.util.List;

import gatehouse.account.Actor;
import gatehouse.account.Administrators;
import gatehouse.account.Role;
import gatehouse.account.RoleDraft;
import gatehouse.account.RoleEvent;
import gatehouse.account.RoleEvent.Kind;
import gatehouse.account.Roles;
import gatehouse.provider.Entrances;
import gatehouse.provider.Providers;
import gatehouse.session.AccessTokens;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What administrators do to roles, each in one transaction. */
@ApplicationScoped
@Transactional
class RoleDeeds {

    @Inject
    Roles roles;
    @Inject
    Administrators administrators;
    @Inject
    Providers providers;
    @Inject
    Entrances entrances;
    @Inject
    Sessions sessions;
    @Inject
    AccessTokens tokens;
    @Inject
    Event<RoleEvent> events;

    long add(RoleDraft draft, Actor by) {
        Role role = roles.add(draft);
        return tell(Kind.ADDED, role, by);
    }

    long change(long id, int seen, RoleDraft draft, Actor by) {
        administrators.hold();
        boolean before = roles.find(id).administrator();
        if (!before && draft.administrator()) ungranted(id, "refused.role-by-provider");
        Role role = roles.change(id, seen, draft);
        boolean made = !before && role.administrator();
        if (made) endOf(id);
        if (before && !role.administrator()) entrances.keepAnAdministrator();
        return tell(made ? Kind.MADE_ADMINISTRATOR : Kind.CHANGED, role, by);
    }

    private void endOf(long role) {
        sessions.endOfRole(role);
        tokens.endOfRole(role);
    }

    long delete(long id, Actor by) {
        administrators.hold();
        if (!roles.find(id).shipped()) ungranted(id, "refused.role-in-use");
        Role role = roles.delete(id);
        if (role.administrator()) entrances.keepAnAdministrator();
        events.fire(new RoleEvent(Kind.DELETED, id, role.name(), by, ""));
        return id;
    }

    private void ungranted(long id, String otherwise) {
        List<String> names = providers.granting(id);
        if (!names.isEmpty()) throw new Refusal(409, otherwise, String.join(", ", names));
    }

    private long tell(Kind kind, Role role, Actor by) {
        String detail = "permission=" + role.permissions().sum() + " administrator=" + role.administrator();
        events.fire(new RoleEvent(kind, role.id(), role.name(), by, detail));
        return role.id();
    }
}

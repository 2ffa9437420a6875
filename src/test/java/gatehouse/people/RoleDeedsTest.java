package gatehouse.people;

import static gatehouse.people.Office.key;
import static gatehouse.people.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import gatehouse.AtOnce;
import gatehouse.People;
import gatehouse.account.Permissions;
import gatehouse.account.Role;
import gatehouse.account.RoleDraft;
import gatehouse.account.RoleEvent;
import gatehouse.account.RoleName;
import gatehouse.account.Roles;
import gatehouse.session.AccessTokens;
import gatehouse.session.Scope;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoleDeedsTest {

    private final Office office;
    private final ChangeRole change;

    RoleDeedsTest(@TempDir Path data) {
        office = new Office(data);
        change = office.ledgers.bean(ChangeRole.class);
    }

    private static RoleDraft draft(String name, int sum, boolean administrator) {
        return new RoleDraft(RoleName.of(name), Permissions.imported(sum), administrator);
    }

    private Role role(long id) {
        return office.ledgers.bean(Roles.class).find(id);
    }

    private void become(long id, RoleDraft draft) {
        change.change(id, role(id).version(), draft, office.by);
    }

    @Test
    void a_role_is_added_changed_and_told_of() {
        long editors = change.add(draft("Editors", 152, false), office.by);
        become(editors, draft("Writers", 8, false));
        assertEquals("Writers 8", role(editors).name() + " " + role(editors).permissions().sum());
        assertEquals(List.of(new RoleEvent(RoleEvent.Kind.ADDED, editors, "Editors", office.by, "permission=152 administrator=false"),
                new RoleEvent(RoleEvent.Kind.CHANGED, editors, "Writers", office.by, "permission=8 administrator=false")), office.ledgers.events);
    }

    @Test
    void names_that_look_alike_are_one_and_two_at_once_make_one() throws Exception {
        change.add(draft("Editors", 0, false), office.by);
        for (String name : List.of("Editors", "EDITORS", "ｅditors", "Edit\u043Ers")) refused(422, "account.role.taken", () -> change.add(draft(name, 0, false), office.by));
        long other = change.add(draft("other", 0, false), office.by);
        refused(422, "account.role.taken", () -> become(other, draft("editors", 0, false)));
        become(other, draft("Other", 0, false));
        List<Boolean> added = AtOnce.all(4, i -> () -> added(i % 2 == 0 ? "twins" : "Twins"));
        assertEquals(1, added.stream().filter(yes -> yes).count());
    }

    private boolean added(String name) {
        try {
            return change.add(draft(name, 0, false), office.by) > 0;
        } catch (Refusal taken) {
            return false;
        }
    }

    @Test
    void a_name_has_the_letters_of_usernames_and_at_most_64_of_them() {
        for (String name : List.of("", "  ", "a,b", "a\tb/", "<b>", "x".repeat(65), "x".repeat(9999))) assertEquals(422, assertThrows(Refusal.class, () -> RoleName.of(name)).status(), name);
        assertEquals("编辑 1", RoleName.of(" 编辑  1 ").value());
        assertEquals("x".repeat(64), RoleName.of("x".repeat(64)).value());
    }

    @Test
    void the_second_of_two_who_change_a_role_is_refused() {
        long editors = change.add(draft("Editors", 0, false), office.by);
        int seen = role(editors).version();
        change.change(editors, seen, draft("Editors", 8, false), office.by);
        refused(409, "refused.changed", () -> change.change(editors, seen, draft("Editors", 16, false), office.by));
        assertEquals(8, role(editors).permissions().sum());
        refused(404, "refused.not-found", () -> change.change(99, 0, draft("x", 0, false), office.by));
    }

    @Test
    void the_two_that_ship_keep_their_name_and_kind_and_are_not_deleted() {
        for (String name : List.of(Role.USER, Role.ADMINISTRATOR)) {
            long id = office.role(name);
            become(id, draft("renamed", 8, name.equals(Role.USER)));
            assertEquals(name + " 8 " + name.equals(Role.ADMINISTRATOR), role(id).name() + " " + role(id).permissions().sum() + " " + role(id).administrator());
            refused(409, "refused.shipped-role", () -> change.delete(id, office.by));
        }
    }

    @Test
    void what_a_provider_grants_makes_no_administrator_and_is_not_deleted() {
        long editors = change.add(draft("Editors", 0, false), office.by);
        long github = office.people.provider("github");
        office.ledgers.run("insert into provider_role (provider_id, role_id) values (" + github + ", " + editors + ")");
        Refusal refusal = assertThrows(Refusal.class, () -> become(editors, draft("Editors", 0, true)));
        assertEquals("refused.role-by-provider [github]", refusal.key() + " " + List.of(refusal.arguments()));
        refused(409, "refused.role-in-use", () -> change.delete(editors, office.by));
        assertFalse(role(editors).administrator());
    }

    @Test
    void a_role_that_becomes_an_administrators_is_withdrawn_from_whom_a_provider_once_gave_it() {
        long editors = change.add(draft("Editors", 0, false), office.by);
        long github = office.people.provider("github");
        long byHand = office.people.account("by.hand");
        long byProvider = office.people.account("by.provider");
        office.give(byHand, editors, 0);
        office.give(byProvider, editors, github);
        String token = office.ledgers.bean(Sessions.class).open(byHand, null, People.DEVICE);
        office.ledgers.bean(AccessTokens.class).mint(byHand, "of before", Set.of(Scope.VERIFY), office.ledgers.clock.instant().plusSeconds(60));
        assertTrue(change.makesAdministrators(editors, draft("Editors", 0, true)));
        become(editors, draft("Editors", 0, true));
        assertEquals(List.of(), office.ledgers.bean(AccessTokens.class).of(byHand));
        assertTrue(office.ledgers.bean(Sessions.class).find(token).isEmpty());
        String fresh = office.ledgers.bean(Sessions.class).open(byHand, null, People.DEVICE);
        assertTrue(office.ledgers.bean(Sessions.class).find(fresh).orElseThrow().administrator());
        assertEquals(0, office.ledgers.count("select count(*) from role_grant where account_id = " + byProvider));
        assertFalse(change.makesAdministrators(editors, draft("Editors", 8, true)));
    }

    @Test
    void no_change_of_a_role_takes_the_last_administrator_away() throws Exception {
        long heads = change.add(draft("heads", 0, true), office.by);
        long chief = office.people.account("chief", "correct-horse-battery");
        office.give(chief, heads, 0);
        office.ledgers.run("delete from role_grant where account_id = " + office.admin);
        refused(409, "refused.last-admin", () -> become(heads, draft("heads", 0, false)));
        refused(409, "refused.last-admin", () -> change.delete(heads, office.by));
        office.give(office.admin, office.role(Role.ADMINISTRATOR), 0);
        int version = role(heads).version();
        List<Boolean> done = AtOnce.all(2, i -> () -> i == 0 ? gone(() -> change.change(heads, version, draft("heads", 0, false), office.by))
                : gone(() -> office.ledgers.bean(ChangeUser.class).disable(office.admin, office.by)));
        assertEquals(1, done.stream().filter(yes -> yes).count());
    }

    private static boolean gone(Runnable deed) {
        try {
            deed.run();
            return true;
        } catch (Refusal lastAdministrator) {
            return false;
        }
    }

    @Test
    void a_deleted_role_is_taken_from_everybody() {
        long editors = change.add(draft("Editors", 0, false), office.by);
        office.give(office.admin, editors, 0);
        change.delete(editors, office.by);
        assertEquals(0, office.ledgers.count("select (select count(*) from role_grant where role_id = " + editors + ") + (select count(*) from role where id = " + editors + ")"));
    }

    @Test
    void the_list_tells_who_has_a_role_by_hand_and_by_which_provider() {
        long github = office.people.provider("github");
        office.give(office.admin, office.role(Role.USER), 0);
        office.give(office.admin, office.role(Role.USER), github);
        Map<String, Object> user = office.ledgers.bean(ShowRoles.class).rows(List.of(role(office.role(Role.USER)))).get(0);
        assertEquals(1, user.get("people"));
        assertEquals(List.of(Map.of("name", "github", "people", 1, "grants", true)), user.get("granted"));
    }
}

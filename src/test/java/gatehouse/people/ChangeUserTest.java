package gatehouse.people;

import static gatehouse.people.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import gatehouse.People;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.BasePath;
import gatehouse.account.Particulars;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.session.Sessions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeUserTest {

    private final Office office;

    ChangeUserTest(@TempDir Path data) {
        office = new Office(data);
    }

    @Test
    @DisplayName("A-12 of two administrators who save one account the second is refused, and nothing of theirs is written")
    void the_second_of_two_is_refused() {
        long anyi = office.people.account("anyi");
        Particulars first = new Particulars(Username.of("anyi"), new BasePath("/a"), Permissions.imported(8), Person.UNKNOWN);
        int seen = office.version(anyi);
        office.change.change(anyi, seen, first, office.by);
        office.change.change(anyi, seen, first, office.by);
        refused(409, "refused.changed", () -> office.change.change(anyi, seen, new Particulars(Username.of("anyi"), new BasePath("/b"), Permissions.NONE, Person.UNKNOWN), office.by));
        refused(409, "refused.changed", () -> office.change.grant(anyi, seen, List.of(1L), office.by));
        assertEquals(1, office.ledgers.count("select count(*) from account where base_path = '/a' and permission = 8"));
        assertEquals("directory=/a permission=8", office.told().get(0).detail());
        assertEquals(1, office.told().size());
    }

    @Test
    @DisplayName("K-09 a disabled account's sessions are refused and gone, its trips too; enabled again, it has to sign in")
    void disabling_ends_every_session() {
        long anyi = office.people.account("anyi", Office.PASSWORD);
        String token = office.ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        office.trip(anyi);
        office.change.disable(anyi, office.by);
        assertTrue(office.ledgers.bean(Sessions.class).find(token).isEmpty());
        assertFalse(office.opens("anyi", Office.PASSWORD));
        assertEquals(0, office.ledgers.count("select (select count(*) from session) + (select count(*) from attempt)"));
        office.change.enable(anyi, office.by);
        assertTrue(office.ledgers.bean(Sessions.class).find(token).isEmpty());
        assertTrue(office.opens("anyi", Office.PASSWORD));
        assertEquals(List.of(AccountEvent.Kind.DISABLED, AccountEvent.Kind.ENABLED), office.told().stream().map(AccountEvent::kind).toList());
    }

    @Test
    @DisplayName("K-09 a deleted account goes with its identities, roles, sessions and trips; its name does not come back")
    void deleting_takes_everything_but_the_name() {
        long anyi = office.people.account("anyi", Office.PASSWORD);
        office.people.bound(anyi, office.people.provider("github"), "octocat");
        office.ledgers.run("insert into role_grant (account_id, role_id, source) values (" + anyi + ", 1, 0)");
        office.people.signedIn(anyi, null);
        office.trip(anyi);
        office.change.delete(anyi, office.by);
        assertEquals(0, office.ledgers.count("select count(*) from account where id = " + anyi));
        assertEquals(0, office.ledgers.count("select (select count(*) from identity) + (select count(*) from session) + (select count(*) from attempt)"));
        assertFalse(office.ledgers.bean(Accounts.class).free(Username.of("anyi")));
        assertEquals("anyi", office.told().get(0).username());
        refused(404, "refused.not-found", () -> office.change.delete(anyi, office.by));
    }

    @Test
    @DisplayName("K-02 whoever becomes an administrator signs in anew; who stops to be one is none at the next request")
    void rights_change_at_once() {
        long anyi = office.people.account("anyi", Office.PASSWORD);
        String before = office.ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        assertTrue(office.change.makesAdministrator(anyi, List.of(office.administrators)));
        assertFalse(office.change.makesAdministrator(anyi, List.of(1L)));
        office.change.grant(anyi, office.version(anyi), List.of(office.administrators), office.by);
        assertTrue(office.ledgers.bean(Sessions.class).find(before).isEmpty());
        assertFalse(office.change.makesAdministrator(anyi, List.of(office.administrators)));
        assertEquals(AccountEvent.Kind.ADMINISTRATOR_MADE, office.told().get(0).kind());
        String token = office.ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        assertTrue(office.ledgers.bean(Sessions.class).find(token).orElseThrow().administrator());
        office.change.grant(anyi, office.version(anyi), List.of(), office.by);
        assertFalse(office.ledgers.bean(Sessions.class).find(token).orElseThrow().administrator());
        assertEquals(AccountEvent.Kind.ROLES_CHANGED, office.told().get(1).kind());
    }

    @Test
    void roles_from_a_provider_stay_when_those_by_hand_change() {
        long anyi = office.people.account("anyi");
        long github = office.people.provider("github");
        office.ledgers.run("insert into role_grant (account_id, role_id, source) values (" + anyi + ", 1, " + github + ")");
        office.change.grant(anyi, office.version(anyi), List.of(1L), office.by);
        office.change.grant(anyi, office.version(anyi), List.of(), office.by);
        assertEquals(1, office.ledgers.count("select count(*) from role_grant where account_id = " + anyi + " and source = " + github));
    }
}

package gatehouse.people;

import static gatehouse.people.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import gatehouse.People;
import gatehouse.account.AccountEvent;
import gatehouse.session.Sessions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmitUserTest {

    private final Office office;

    AdmitUserTest(@TempDir Path data) {
        office = new Office(data);
    }

    @Test
    @DisplayName("B-12 B-13 a one-time password replaces the password, ends sessions and trips, and can unbind everything")
    void a_one_time_password_shuts_everybody_else_out() {
        long anyi = office.people.account("anyi", Office.PASSWORD);
        office.people.bound(anyi, office.people.provider("github"), "attacker");
        String token = office.ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        office.trip(anyi);
        String password = office.admit.oneTimePassword(anyi, true, office.by);
        assertTrue(office.ledgers.bean(Sessions.class).find(token).isEmpty());
        assertFalse(office.opens("anyi", Office.PASSWORD));
        assertTrue(office.opens("anyi", password));
        assertEquals(0, office.ledgers.count("select (select count(*) from identity) + (select count(*) from attempt)"));
        assertFalse(office.told().toString().contains(password));
        office.people.bound(anyi, office.people.provider("acme"), "own");
        office.admit.oneTimePassword(anyi, false, office.by);
        assertEquals(1, office.ledgers.count("select count(*) from identity"));
    }

    @Test
    @DisplayName("B-09 B-21 an administrator unbinds under the last-way-in rule, is named in the log, and a one-time password is the mend")
    void unbinding_the_last_way_in_needs_a_one_time_password_first() {
        long anyi = office.people.account("anyi");
        office.people.bound(anyi, office.people.provider("github"), "octocat");
        long identity = office.ledgers.count("select id from identity");
        String token = office.ledgers.bean(Sessions.class).open(anyi, identity, People.DEVICE);
        refused(409, "refused.their-last-way-in", () -> office.admit.unbind(anyi, identity, office.by));
        refused(404, "refused.not-found", () -> office.admit.unbind(office.admin, identity, office.by));
        refused(404, "refused.not-found", () -> office.admit.unbind(99, identity, office.by));
        assertTrue(office.ledgers.bean(Sessions.class).find(token).isPresent());
        office.admit.oneTimePassword(anyi, false, office.by);
        assertEquals("github", office.admit.unbind(anyi, identity, office.by));
        assertEquals(0, office.ledgers.count("select (select count(*) from identity) + (select count(*) from session)"));
        AccountEvent unbound = office.told().get(office.told().size() - 1);
        assertEquals(List.of(AccountEvent.Kind.UNBOUND, office.by, "github", anyi), List.of(unbound.kind(), unbound.by(), unbound.provider(), unbound.account()));
    }

    @Test
    void sessions_are_ended_one_by_one_or_all_and_only_of_that_account() {
        long anyi = office.people.account("anyi", Office.PASSWORD);
        long here = office.people.signedIn(anyi, null).id();
        office.people.signedIn(anyi, null);
        office.people.signedIn(office.admin, null);
        refused(404, "refused.not-found", () -> office.admit.endSession(office.admin, here, office.by));
        office.admit.endSession(anyi, here, office.by);
        assertEquals(1, office.ledgers.bean(Sessions.class).of(anyi).size());
        office.admit.endSessions(anyi, office.by);
        assertEquals(0, office.ledgers.bean(Sessions.class).of(anyi).size());
        assertEquals(1, office.ledgers.bean(Sessions.class).of(office.admin).size());
    }
}

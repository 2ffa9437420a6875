package gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.account.BasePath;
import gatehouse.account.Particulars;
import gatehouse.account.Passwords;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.provider.Entrances;
import gatehouse.setting.SsoSettings;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class DeedsTest {

    private static final String PASSWORD = "correct-horse-battery";
    private static final List<Long> NONE = List.of();

    @TempDir
    Path data;
    private Ledgers ledgers;
    private People people;
    private ChangeUser change;
    private AdmitUser admit;
    private long administrators;
    private long admin;
    private Actor by;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        change = ledgers.bean(ChangeUser.class);
        admit = ledgers.bean(AdmitUser.class);
        administrators = ledgers.count("select id from role where name = 'administrator'");
        admin = administrator("admin");
        by = new Actor(admin, "admin");
        ledgers.events.clear();
    }

    private long administrator(String name) {
        long id = people.account(name, PASSWORD);
        ledgers.run("insert into role_grant (account_id, role_id, source) values (" + id + ", " + administrators + ", 0)");
        return id;
    }

    private static void refused(int status, String key, Executable work) {
        Refusal refusal = assertThrows(Refusal.class, work);
        assertEquals(key + " " + status, refusal.key() + " " + refusal.status());
    }

    private int version(long id) {
        return ledgers.bean(Accounts.class).find(id).orElseThrow().version();
    }

    private boolean opens(String name, String password) {
        return ledgers.bean(Passwords.class).proven(Username.of(name), password).isPresent();
    }

    private List<AccountEvent> told() {
        return ledgers.events.stream().filter(AccountEvent.class::isInstance).map(AccountEvent.class::cast)
                .filter(event -> event.kind() != AccountEvent.Kind.PASSWORD_SET).toList();
    }

    private static Particulars wish(String name) {
        return new Particulars(Username.of(name), new BasePath("/home/{username}/{id}"), Permissions.imported(8), Person.UNKNOWN.typed("Nick", "n@example.com"));
    }

    @Test
    void an_added_account_has_what_was_wished_and_a_password_that_is_good_once() {
        Added added = ledgers.bean(AddUser.class).add(wish("anyi"), List.of(1L), true, false, by);
        assertEquals(1, ledgers.count("select count(*) from account where id = " + added.id() + " and base_path = '/home/anyi/" + added.id() + "' and permission = 8 and email = 'n@example.com'"));
        assertEquals(1, ledgers.count("select count(*) from role_grant where source = 0 and role_id = 1 and account_id = " + added.id()));
        assertTrue(opens("anyi", added.oneTimePassword()));
        assertTrue(ledgers.bean(Accounts.class).find(added.id()).orElseThrow().mustChangePassword());
        people.later(Duration.ofHours(25));
        assertFalse(opens("anyi", added.oneTimePassword()));
        assertEquals(AccountEvent.Kind.ADDED, told().get(0).kind());
        assertEquals(by, told().get(0).by());
        assertFalse((told() + added.toString()).contains(added.oneTimePassword()));
    }

    @Test
    void an_account_may_be_added_switched_off_and_both_are_told() {
        long anyi = ledgers.bean(AddUser.class).add(wish("anyi"), NONE, true, true, by).id();
        assertTrue(ledgers.bean(Accounts.class).find(anyi).orElseThrow().disabled());
        assertEquals(List.of(AccountEvent.Kind.ADDED, AccountEvent.Kind.DISABLED), told().stream().map(AccountEvent::kind).toList());
    }

    @Test
    void a_name_in_use_reserved_or_used_before_is_refused_and_two_at_once_make_one() throws Exception {
        long anyi = ledgers.bean(AddUser.class).add(wish("anyi"), NONE, false, false, by).id();
        change.delete(anyi, by);
        refused(422, "account.username.taken", () -> ledgers.bean(AddUser.class).add(wish("Anyi"), NONE, false, false, by));
        refused(422, "account.username.taken", () -> ledgers.bean(AddUser.class).add(wish("ADMIN"), NONE, false, false, by));
        refused(422, "account.role.unknown", () -> ledgers.bean(AddUser.class).add(wish("other"), List.of(99L), false, false, by));
        List<String> answers = AtOnce.all(4, i -> () -> key(() -> ledgers.bean(AddUser.class).add(wish("wanted"), NONE, false, false, by)));
        assertEquals(3, answers.stream().filter("account.username.taken"::equals).count());
        assertEquals(1, ledgers.count("select count(*) from account where username = 'wanted'"));
    }

    private static String key(Runnable work) {
        try {
            work.run();
            return "";
        } catch (Refusal refused) {
            return refused.key();
        }
    }

    @Test
    @DisplayName("A-12 of two administrators who save one account the second is refused, and nothing of theirs is written")
    void the_second_of_two_is_refused() {
        long anyi = people.account("anyi");
        Particulars first = new Particulars(Username.of("anyi"), new BasePath("/a"), Permissions.imported(8), Person.UNKNOWN);
        int seen = version(anyi);
        change.change(anyi, seen, first, by);
        change.change(anyi, seen, first, by);
        refused(409, "refused.changed", () -> change.change(anyi, seen, new Particulars(Username.of("anyi"), new BasePath("/b"), Permissions.NONE, Person.UNKNOWN), by));
        refused(409, "refused.changed", () -> change.grant(anyi, seen, List.of(1L), by));
        assertEquals(1, ledgers.count("select count(*) from account where base_path = '/a' and permission = 8"));
        assertEquals("directory=/a permission=8", told().get(0).detail());
        assertEquals(1, told().size());
    }

    @Test
    @DisplayName("K-09 a disabled account's sessions are refused and gone, its trips too; enabled again, it has to sign in")
    void disabling_ends_every_session() {
        long anyi = people.account("anyi", PASSWORD);
        String token = ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        trip(anyi);
        change.disable(anyi, by);
        assertTrue(ledgers.bean(Sessions.class).find(token).isEmpty());
        assertFalse(opens("anyi", PASSWORD));
        assertEquals(0, ledgers.count("select (select count(*) from session) + (select count(*) from attempt)"));
        change.enable(anyi, by);
        assertTrue(ledgers.bean(Sessions.class).find(token).isEmpty());
        assertTrue(opens("anyi", PASSWORD));
        assertEquals(List.of(AccountEvent.Kind.DISABLED, AccountEvent.Kind.ENABLED), told().stream().map(AccountEvent::kind).toList());
    }

    private void trip(long account) {
        ledgers.run("insert into attempt select 'h" + account + "', 'b', " + people.provider("p" + account) + ", 1, 'BIND', 'r', 'n', 'v', " + account
                + ", null, '/', timestamp '2030-01-01 00:00:00'");
    }

    @Test
    @DisplayName("K-09 a deleted account goes with its identities, roles, sessions and trips; its name does not come back")
    void deleting_takes_everything_but_the_name() {
        long anyi = people.account("anyi", PASSWORD);
        people.bound(anyi, people.provider("github"), "octocat");
        ledgers.run("insert into role_grant (account_id, role_id, source) values (" + anyi + ", 1, 0)");
        people.signedIn(anyi, null);
        trip(anyi);
        change.delete(anyi, by);
        assertEquals(0, ledgers.count("select count(*) from account where id = " + anyi));
        assertEquals(0, ledgers.count("select (select count(*) from identity) + (select count(*) from session) + (select count(*) from attempt)"));
        assertFalse(ledgers.bean(Accounts.class).free(Username.of("anyi")));
        assertEquals("anyi", told().get(0).username());
        refused(404, "refused.not-found", () -> change.delete(anyi, by));
    }

    @Test
    @DisplayName("B-12 B-13 a one-time password replaces the password, ends sessions and trips, and can unbind everything")
    void a_one_time_password_shuts_everybody_else_out() {
        long anyi = people.account("anyi", PASSWORD);
        people.bound(anyi, people.provider("github"), "attacker");
        String token = ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        trip(anyi);
        String password = admit.oneTimePassword(anyi, true, by);
        assertTrue(ledgers.bean(Sessions.class).find(token).isEmpty());
        assertFalse(opens("anyi", PASSWORD));
        assertTrue(opens("anyi", password));
        assertEquals(0, ledgers.count("select (select count(*) from identity) + (select count(*) from attempt)"));
        assertFalse(told().toString().contains(password));
        people.bound(anyi, people.provider("acme"), "own");
        admit.oneTimePassword(anyi, false, by);
        assertEquals(1, ledgers.count("select count(*) from identity"));
    }

    @Test
    @DisplayName("B-09 B-21 an administrator unbinds under the last-way-in rule, is named in the log, and a one-time password is the mend")
    void unbinding_the_last_way_in_needs_a_one_time_password_first() {
        long anyi = people.account("anyi");
        people.bound(anyi, people.provider("github"), "octocat");
        long identity = ledgers.count("select id from identity");
        String token = ledgers.bean(Sessions.class).open(anyi, identity, People.DEVICE);
        refused(409, "refused.their-last-way-in", () -> admit.unbind(anyi, identity, by));
        refused(404, "refused.not-found", () -> admit.unbind(admin, identity, by));
        refused(404, "refused.not-found", () -> admit.unbind(99, identity, by));
        assertTrue(ledgers.bean(Sessions.class).find(token).isPresent());
        admit.oneTimePassword(anyi, false, by);
        assertEquals("github", admit.unbind(anyi, identity, by));
        assertEquals(0, ledgers.count("select (select count(*) from identity) + (select count(*) from session)"));
        AccountEvent unbound = told().get(told().size() - 1);
        assertEquals(List.of(AccountEvent.Kind.UNBOUND, by, "github", anyi), List.of(unbound.kind(), unbound.by(), unbound.provider(), unbound.account()));
    }

    @Test
    void sessions_are_ended_one_by_one_or_all_and_only_of_that_account() {
        long anyi = people.account("anyi", PASSWORD);
        long here = people.signedIn(anyi, null).id();
        people.signedIn(anyi, null);
        people.signedIn(admin, null);
        refused(404, "refused.not-found", () -> admit.endSession(admin, here, by));
        admit.endSession(anyi, here, by);
        assertEquals(1, ledgers.bean(Sessions.class).of(anyi).size());
        admit.endSessions(anyi, by);
        assertEquals(0, ledgers.bean(Sessions.class).of(anyi).size());
        assertEquals(1, ledgers.bean(Sessions.class).of(admin).size());
    }

    @Test
    @DisplayName("K-02 whoever becomes an administrator signs in anew; who stops to be one is none at the next request")
    void rights_change_at_once() {
        long anyi = people.account("anyi", PASSWORD);
        String before = ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        assertTrue(change.makesAdministrator(anyi, List.of(administrators)));
        assertFalse(change.makesAdministrator(anyi, List.of(1L)));
        change.grant(anyi, version(anyi), List.of(administrators), by);
        assertTrue(ledgers.bean(Sessions.class).find(before).isEmpty());
        assertFalse(change.makesAdministrator(anyi, List.of(administrators)));
        assertEquals(AccountEvent.Kind.ADMINISTRATOR_MADE, told().get(0).kind());
        String token = ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        assertTrue(ledgers.bean(Sessions.class).find(token).orElseThrow().administrator());
        change.grant(anyi, version(anyi), NONE, by);
        assertFalse(ledgers.bean(Sessions.class).find(token).orElseThrow().administrator());
        assertEquals(AccountEvent.Kind.ROLES_CHANGED, told().get(1).kind());
    }

    @Test
    void roles_from_a_provider_stay_when_those_by_hand_change() {
        long anyi = people.account("anyi");
        long github = people.provider("github");
        ledgers.run("insert into role_grant (account_id, role_id, source) values (" + anyi + ", 1, " + github + ")");
        change.grant(anyi, version(anyi), List.of(1L), by);
        change.grant(anyi, version(anyi), NONE, by);
        assertEquals(1, ledgers.count("select count(*) from role_grant where account_id = " + anyi + " and source = " + github));
    }

    @Test
    void the_last_administrator_is_not_disabled_demoted_deleted_or_given_a_one_time_password() {
        refused(409, "refused.last-admin", () -> change.disable(admin, by));
        refused(409, "refused.last-admin", () -> change.grant(admin, version(admin), List.of(1L), by));
        refused(409, "refused.last-admin", () -> change.delete(admin, by));
        refused(409, "refused.last-admin", () -> admit.oneTimePassword(admin, false, by));
        assertTrue(opens("admin", PASSWORD));
        assertEquals(List.of(), told());
        long other = administrator("other");
        ledgers.run("update account set disabled = true where id = " + other);
        refused(409, "refused.last-admin", () -> change.disable(admin, by));
        ledgers.run("update account set disabled = false, password_hash = null where id = " + other);
        refused(409, "refused.last-admin", () -> change.delete(admin, by));
        people.bound(other, people.provider("github"), "octocat");
        people.set(new SsoSettings(false, false, BasePath.ROOT, Permissions.NONE, false));
        refused(409, "refused.last-admin", () -> change.delete(admin, by));
        people.set(SsoSettings.DEFAULT);
        change.delete(admin, by);
        refused(409, "refused.their-last-way-in", () -> admit.unbind(other, ledgers.count("select id from identity"), by));
    }

    @Test
    void an_identity_stays_that_is_the_last_administrators_way_in_though_a_one_time_password_is_there() {
        people.bound(admin, people.provider("github"), "octocat");
        ledgers.run("update account set one_time_until = timestamp '2026-03-02 00:00:00' where id = " + admin);
        refused(409, "refused.last-admin", () -> admit.unbind(admin, ledgers.count("select id from identity"), by));
        assertEquals(1, ledgers.count("select count(*) from identity"));
    }

    @Test
    void single_sign_on_is_not_switched_off_when_no_administrator_has_a_password() {
        people.bound(admin, people.provider("github"), "octocat");
        ledgers.run("update account set password_hash = null where id = " + admin);
        ledgers.bean(Entrances.class).keepAnAdministrator();
        people.set(new SsoSettings(false, false, BasePath.ROOT, Permissions.NONE, false));
        refused(409, "refused.last-admin", () -> ledgers.bean(Entrances.class).keepAnAdministrator());
    }

    @Test
    void of_two_administrators_who_take_each_other_away_at_once_one_stays() throws Exception {
        List<String> all = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            long other = administrator("other" + round);
            List<Long> both = List.of(admin, other);
            int way = round % 4;
            IntFunction<Callable<String>> work = i -> () -> key(() -> take(both.get(i), way));
            all.addAll(AtOnce.all(2, work));
            assertEquals(1, ledgers.count("select count(*) from account a where not a.disabled and a.one_time_until is null"
                    + " and exists (select 1 from role_grant g where g.account_id = a.id and g.role_id = " + administrators + ")"), "round " + round);
            restore();
        }
        assertEquals(12, all.stream().filter(""::equals).count());
        assertEquals(Set.of("", "refused.last-admin"), Set.copyOf(all));
    }

    private void take(long id, int way) {
        switch (way) {
            case 0 -> change.disable(id, by);
            case 1 -> change.grant(id, version(id), NONE, by);
            case 2 -> admit.oneTimePassword(id, false, by);
            default -> change.delete(id, by);
        }
    }

    /** One administrator is left, whoever it is: from now on it is this one. */
    private void restore() {
        admin = ledgers.count("select max(a.id) from account a where not a.disabled and a.one_time_until is null"
                + " and exists (select 1 from role_grant g where g.account_id = a.id and g.role_id = " + administrators + ")");
        ledgers.run("delete from account where id <> " + admin);
    }
}

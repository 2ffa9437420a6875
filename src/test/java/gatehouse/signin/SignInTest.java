package gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashSet;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.BasePath;
import gatehouse.account.Bucket;
import gatehouse.account.Passwords;
import gatehouse.account.Permissions;
import gatehouse.account.Username;
import gatehouse.provider.ExternalProfile;
import gatehouse.session.Sessions;
import gatehouse.session.SessionView;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Races;
import gatehouse.web.Refusal;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInTest {

    @TempDir
    Path data;
    private Ledgers ledgers;
    private People people;
    private long github;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        github = people.provider("github");
        registration(true);
    }

    private void registration(boolean on) {
        people.set(new SsoSettings(true, on, new BasePath("/new/{id}"), Permissions.imported(768), false));
    }

    private SessionView arrive(String subject, String name, Long expected) {
        ExternalProfile profile = new ExternalProfile(subject, Optional.of(name), Optional.of("a@example.com"), true, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        String token = Races.settled(() -> ledgers.bean(SignIn.class).settle(github, profile, People.outsider(github, subject), expected, People.DEVICE));
        return ledgers.bean(Sessions.class).find(token).orElseThrow();
    }

    @Test
    @DisplayName("C8 what the provider says of a newcomer is kept: nickname, e-mail, phone, avatar, description")
    void what_the_provider_says_is_kept() {
        ExternalProfile ada = new ExternalProfile("1", Optional.of("ada"), Optional.of("ada@example.com"), true, Optional.of("Ada"), Optional.of("+1234567890"),
                Optional.of("https://casbin.org/img/casbin.svg"), Optional.of("Counts"));
        Races.settled(() -> ledgers.bean(SignIn.class).settle(github, ada, People.outsider(github, "1"), null, People.DEVICE));
        assertEquals(1, ledgers.count("select count(*) from account where username = 'ada' and nickname = 'Ada' and email = 'ada@example.com' and email_verified"
                + " and phone = '+1234567890' and avatar = 'https://casbin.org/img/casbin.svg' and description = 'Counts'"));
    }

    private String refusal(String subject, Long expected) {
        Refusal refusal = assertThrows(Refusal.class, () -> arrive(subject, "anyi", expected));
        return refusal.key() + " " + refusal.status();
    }

    @Test
    @DisplayName("R-01 with registration closed a stranger leaves no row")
    void a_stranger_leaves_no_row() {
        registration(false);
        assertEquals("refused.not-bound 403", refusal("583231", null));
        assertEquals(0, ledgers.count("select (select count(*) from account) + (select count(*) from identity) + (select count(*) from session)"
                + " + (select count(*) from used_username)"));
    }

    @Test
    @DisplayName("R-01 a provider may register nobody, and nobody is registered without the fields it needs; neither leaves a row")
    void a_hindrance_leaves_no_row() {
        ledgers.run("update provider set registration = 'NOBODY'");
        assertEquals("refused.registration 403", refusal("583231", null));
        ledgers.run("update provider set registration = 'EVERYONE'");
        ExternalProfile nameless = new ExternalProfile("583231", Optional.empty(), Optional.of("a@example.com"), true, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        Refusal refusal = assertThrows(Refusal.class,
                () -> ledgers.bean(SignIn.class).settle(github, nameless, People.outsider(github, "583231"), null, People.DEVICE));
        assertEquals("refused.incomplete 502 name", refusal.key() + " " + refusal.status() + " " + refusal.arguments()[1]);
        assertEquals(0, ledgers.count("select (select count(*) from account) + (select count(*) from used_username)"));
    }

    @Test
    @DisplayName("R-02 a new account has exactly the provider's roles, the default directory and sum, no password, and is no administrator")
    void a_new_account_has_what_the_administrator_set() {
        SessionView session = arrive("583231", "anyi", null);
        Account account = ledgers.in(() -> {
            Account found = ledgers.bean(Accounts.class).find(session.account()).orElseThrow();
            assertEquals(List.of("user"), found.roleNames());
            assertEquals(768, found.permissions().sum());
            return found;
        });
        assertEquals("/new/" + account.id(), account.basePath().value());
        assertFalse(session.administrator());
        assertFalse(account.hasPassword());
    }

    @Test
    @DisplayName("R-03 B-11 a name or an e-mail that is known here opens nothing: the newcomer gets another name")
    void a_taken_name_gets_a_suffix_and_nobody_is_merged() {
        long local = people.account("alice", "a-long-password");
        ledgers.run("update account set email = 'a@example.com', email_verified = true");
        SessionView session = arrive("77", "alice", null);
        assertEquals("alice_77", session.username());
        assertTrue(session.account() != local);
        assertEquals("alice_77_2", arrive("77 ", "alice", null).username());
    }

    @Test
    @DisplayName("R-15 a provider that sends 10,000 newcomers an hour registers no more; who is bound still comes in")
    void too_many_newcomers_are_too_many() {
        people.bound(people.account("anyi"), github, "583231");
        ledgers.run("insert into account (username, canonical, base_path, permission, disabled, nickname, email, email_verified, phone, description, avatar,"
                + " created, version) select 'n' || x, 'n' || x, '/', 0, false, '', '', false, '', '', '', current_timestamp, 0 from system_range(1, 10000)");
        ledgers.run("insert into identity (account_id, provider_id, issuer, subject, name_there, created)"
                + " select id, " + github + ", '', username, '', (select max(created) from identity) from account where username like 'n%'");
        assertEquals("refused.crowded 429", refusal("77", null));
        assertEquals("anyi", arrive("583231", "anyi", null).username());
        ledgers.clock.pass(Duration.ofHours(1));
        assertEquals("bob", arrive("77", "bob", null).username());
    }

    @Test
    @DisplayName("U-17 whoever takes somebody's name and e-mail at the provider gets an account of their own")
    void a_borrowed_name_opens_nothing() {
        long victim = people.account("victim");
        people.bound(victim, github, "1");
        ledgers.run("update account set email = 'a@example.com', email_verified = true");
        assertNotEquals(victim, arrive("2", "victim", null).account());
        assertEquals(victim, arrive("1", "renamed", null).account());
    }

    @Test
    @DisplayName("U-18 no role comes from what a provider says of a person, only from what an administrator set for the provider")
    void no_role_comes_from_an_answer() {
        SessionView session = arrive("9", "administrator", null);
        assertFalse(session.administrator());
        assertEquals(1, ledgers.count("select count(*) from role_grant"));
        ledgers.run("delete from provider_role");
        arrive("9", "administrator", null);
        assertEquals(0, ledgers.count("select count(*) from role_grant"));
    }

    @Test
    @DisplayName("R-12 when the last write of a first sign-in fails, nothing of it stays, and the next try works")
    void a_failure_half_way_leaves_nothing() {
        ledgers.run("alter table session add constraint broken check (device <> 'Firefox · Linux')");
        assertThrows(RuntimeException.class, () -> arrive("9", "anyi", null));
        ledgers.run("alter table session drop constraint broken");
        assertEquals(0, ledgers.count("select (select count(*) from account) + (select count(*) from identity) + (select count(*) from used_username)"));
        assertEquals("anyi", arrive("9", "anyi", null).username());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", "ADMIN", "admin ", "ａｄｍｉｎ", "аdmin", "admin\u200b", "admın"})
    @DisplayName("R-04 nobody becomes the administrator by a name that looks like it")
    void no_name_looks_like_the_administrators(String name) {
        long admin = people.account("admin");
        SessionView session = arrive("9", name, null);
        assertTrue(session.account() != admin);
        assertNotEquals(Username.of("admin").canonical(), Username.of(session.username()).canonical());
    }

    @Test
    @DisplayName("B-18 a disabled account stays so, and gets no second one")
    void a_disabled_account_is_refused_and_gets_no_second_one() {
        people.bound(people.account("anyi"), github, "583231");
        ledgers.run("update account set disabled = true");
        assertEquals("refused.disabled 403", refusal("583231", null));
        assertEquals(1, ledgers.count("select count(*) from account where disabled"));
        assertEquals(1, ledgers.count("select count(*) from account"));
        assertEquals(0, ledgers.count("select count(*) from session"));
    }

    @Test
    @DisplayName("K-09 B-18 whoever is switched off between the decision and the session gets none that lives, also when switched on again")
    void nobody_slips_in_while_switched_off() throws Exception {
        Ledgers racing = new Ledgers(data);
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> { });
        racing.put(Event.class, (Event<?>) Proxy.newProxyInstance(Event.class.getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, arguments) -> {
            if (arguments[0] instanceof SignedIn) meanwhile.get().run();
            return null;
        }));
        People there = new People(racing);
        long acme = there.provider("acme");
        long anyi = there.account("anyi");
        there.bound(anyi, acme, "1");
        Thread disabling = new Thread(() -> racing.in(() -> {
            racing.bean(Accounts.class).locked(anyi);
            racing.bean(EntityManager.class).createNativeQuery("update account set disabled = true").executeUpdate();
            racing.bean(Sessions.class).endAll(anyi);
            return true;
        }));
        meanwhile.set(() -> {
            disabling.start();
            waitFor(disabling, 500);
        });
        ExternalProfile profile = new ExternalProfile("1", Optional.of("anyi"), Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        racing.bean(SignIn.class).settle(acme, profile, People.outsider(acme, "1"), null, People.DEVICE);
        disabling.join();
        assertEquals(1, racing.count("select count(*) from account where disabled"));
        assertEquals(0, racing.count("select count(*) from session"));
    }

    /** Until it is done, or, when it has to wait for us, for so long. */
    private static void waitFor(Thread other, long millis) {
        try {
            other.join(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("K-09 who was switched off before the account could be held is refused, and looks again")
    void switched_off_just_before_is_refused() throws Exception {
        people.bound(people.account("anyi"), github, "583231");
        List<String> ends = AtOnce.all(12, i -> () -> {
            if (i == 0) return "" + ledgers.run("update account set disabled = true, version = version + 1");
            try {
                return arrive("583231", "anyi", null).username();
            } catch (Refusal refusal) {
                return refusal.key();
            } catch (NoSuchElementException endedAtOnce) {
                return "refused.disabled";
            }
        });
        assertTrue(Set.of("1", "anyi", "refused.disabled").containsAll(ends), ends::toString);
        assertEquals("refused.disabled 403", refusal("583231", null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "583231", "admin"})
    @DisplayName("B-19 an account made by a sign-in has no password that could be guessed")
    void no_password_opens_a_registered_account(String guess) {
        SessionView session = arrive("583231", "anyi", null);
        assertTrue(ledgers.bean(Passwords.class).proven(Username.of(session.username()), guess, Bucket.of(Username.of(session.username()))).isEmpty());
    }

    @Test
    @DisplayName("I-25 signing in again lets only the same account in, and registers nobody")
    void signing_in_again_lets_only_the_same_account_in() {
        long anyi = people.account("anyi");
        people.bound(anyi, github, "583231");
        people.bound(people.account("other"), github, "1");
        assertEquals("refused.somebody-else 403", refusal("1", anyi));
        assertEquals("refused.somebody-else 403", refusal("unknown", anyi));
        assertEquals(anyi, arrive("583231", "anyi", anyi).account());
        assertEquals(2, ledgers.count("select count(*) from account"));
    }

    @Test
    @DisplayName("R-10 many first sign-ins of one identity at once make one account, and all of them are signed in as it")
    void one_identity_at_once_is_one_account() throws Exception {
        List<Long> accounts = AtOnce.all(20, i -> () -> arrive("583231", "anyi", null).account());
        assertEquals(1, new HashSet<>(accounts).size());
        assertEquals(1, ledgers.count("select count(*) from account"));
        assertEquals(1, ledgers.count("select count(*) from identity"));
        assertEquals(20, ledgers.count("select count(*) from session"));
    }

    @Test
    @DisplayName("R-11 many who want one name at once all get an account, each with a name of its own")
    void one_name_at_once_is_many_accounts() throws Exception {
        Set<String> names = new HashSet<>(AtOnce.all(20, i -> () -> arrive("s" + i, "anyi", null).username()));
        assertEquals(20, names.size());
        assertEquals(20, ledgers.count("select count(*) from account"));
    }
}

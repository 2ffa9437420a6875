package gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.AtOnce;
import gatehouse.People;
import gatehouse.account.Account;
import gatehouse.account.Accounts;
import gatehouse.account.Bucket;
import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.mapping.ExternalProfile;
import gatehouse.session.SessionView;
import gatehouse.web.Races;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The first sign-in of somebody whom nobody here knows. */
class RegistrationTest {

    private final Arrivals arrivals;

    RegistrationTest(@TempDir Path data) {
        arrivals = new Arrivals(data);
    }

    @Test
    @DisplayName("C8 what the provider says of a newcomer is kept: nickname, e-mail, phone, avatar, description")
    void what_the_provider_says_is_kept() {
        ExternalProfile ada = new ExternalProfile("1", Optional.of("ada"), Optional.of("ada@example.com"), true, Optional.of("Ada"), Optional.of("+1234567890"),
                Optional.of("https://casbin.org/img/casbin.svg"), Optional.of("Counts"));
        Races.settled(() -> arrivals.ledgers.bean(SignIn.class).settle(arrivals.github, ada, People.outsider(arrivals.github, "1"), null, People.DEVICE));
        assertEquals(1, arrivals.ledgers.count("select count(*) from account where username = 'ada' and nickname = 'Ada' and email = 'ada@example.com' and email_verified"
                + " and phone = '+1234567890' and avatar = 'https://casbin.org/img/casbin.svg' and description = 'Counts'"));
    }

    @Test
    @DisplayName("R-01 with registration closed a stranger leaves no row")
    void a_stranger_leaves_no_row() {
        arrivals.registration(false);
        assertEquals("refused.not-bound 403", arrivals.refusal("583231", null));
        assertEquals(0, arrivals.ledgers.count("select (select count(*) from account) + (select count(*) from identity) + (select count(*) from session)"
                + " + (select count(*) from used_username)"));
    }

    @Test
    @DisplayName("R-01 a provider may register nobody, and nobody is registered without the fields it needs; neither leaves a row")
    void a_hindrance_leaves_no_row() {
        arrivals.ledgers.run("update provider set registration = 'NOBODY'");
        assertEquals("refused.registration 403", arrivals.refusal("583231", null));
        arrivals.ledgers.run("update provider set registration = 'EVERYONE'");
        ExternalProfile nameless = new ExternalProfile("583231", Optional.empty(), Optional.of("a@example.com"), true, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
        Refusal refusal = assertThrows(Refusal.class,
                () -> arrivals.ledgers.bean(SignIn.class).settle(arrivals.github, nameless, People.outsider(arrivals.github, "583231"), null, People.DEVICE));
        assertEquals("refused.incomplete 502 name", refusal.key() + " " + refusal.status() + " " + refusal.arguments()[1]);
        assertEquals(0, arrivals.ledgers.count("select (select count(*) from account) + (select count(*) from used_username)"));
    }

    @Test
    @DisplayName("R-02 a new account has exactly the provider's roles, the default directory and sum, no password, and is no administrator")
    void a_new_account_has_what_the_administrator_set() {
        SessionView session = arrivals.arrive("583231", "anyi", null);
        Account account = arrivals.ledgers.in(() -> {
            Account found = arrivals.ledgers.bean(Accounts.class).find(session.account()).orElseThrow();
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
        long local = arrivals.people.account("alice", "a-long-password");
        arrivals.ledgers.run("update account set email = 'a@example.com', email_verified = true");
        SessionView session = arrivals.arrive("77", "alice", null);
        assertEquals("alice_77", session.username());
        assertTrue(session.account() != local);
        assertEquals("alice_77_2", arrivals.arrive("77 ", "alice", null).username());
    }

    @Test
    @DisplayName("R-15 a provider that sends 10,000 newcomers an hour registers no more; who is bound still comes in")
    void too_many_newcomers_are_too_many() {
        arrivals.people.bound(arrivals.people.account("anyi"), arrivals.github, "583231");
        arrivals.ledgers.run("insert into account (username, canonical, base_path, permission, disabled, nickname, email, email_verified, phone, description, avatar,"
                + " created, version) select 'n' || x, 'n' || x, '/', 0, false, '', '', false, '', '', '', current_timestamp, 0 from system_range(1, 10000)");
        arrivals.ledgers.run("insert into identity (account_id, provider_id, issuer, subject, name_there, created)"
                + " select id, " + arrivals.github + ", '', username, '', (select max(created) from identity) from account where username like 'n%'");
        assertEquals("refused.crowded 429", arrivals.refusal("77", null));
        assertEquals("anyi", arrivals.arrive("583231", "anyi", null).username());
        arrivals.ledgers.clock.pass(Duration.ofHours(1));
        assertEquals("bob", arrivals.arrive("77", "bob", null).username());
    }

    @Test
    @DisplayName("U-18 no role comes from what a provider says of a person, only from what an administrator set for the provider")
    void no_role_comes_from_an_answer() {
        SessionView session = arrivals.arrive("9", "administrator", null);
        assertFalse(session.administrator());
        assertEquals(1, arrivals.ledgers.count("select count(*) from role_grant"));
        arrivals.ledgers.run("delete from provider_role");
        arrivals.arrive("9", "administrator", null);
        assertEquals(0, arrivals.ledgers.count("select count(*) from role_grant"));
    }

    @Test
    @DisplayName("R-12 when the last write of a first sign-in fails, nothing of it stays, and the next try works")
    void a_failure_half_way_leaves_nothing() {
        arrivals.ledgers.run("alter table session add constraint broken check (device <> 'Firefox · Linux')");
        assertThrows(RuntimeException.class, () -> arrivals.arrive("9", "anyi", null));
        arrivals.ledgers.run("alter table session drop constraint broken");
        assertEquals(0, arrivals.ledgers.count("select (select count(*) from account) + (select count(*) from identity) + (select count(*) from used_username)"));
        assertEquals("anyi", arrivals.arrive("9", "anyi", null).username());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Admin", "ADMIN", "admin ", "ａｄｍｉｎ", "аdmin", "admin\u200b", "admın"})
    @DisplayName("R-04 nobody becomes the administrator by a name that looks like it")
    void no_name_looks_like_the_administrators(String name) {
        long admin = arrivals.people.account("admin");
        SessionView session = arrivals.arrive("9", name, null);
        assertTrue(session.account() != admin);
        assertNotEquals(Username.of("admin").canonical(), Username.of(session.username()).canonical());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "583231", "admin"})
    @DisplayName("B-19 an account made by a sign-in has no password that could be guessed")
    void no_password_opens_a_registered_account(String guess) {
        SessionView session = arrivals.arrive("583231", "anyi", null);
        assertTrue(arrivals.ledgers.bean(Passwords.class).proven(Username.of(session.username()), guess, Bucket.of(Username.of(session.username()))).isEmpty());
    }

    @Test
    @DisplayName("R-10 many first sign-ins of one identity at once make one account, and all of them are signed in as it")
    void one_identity_at_once_is_one_account() throws Exception {
        List<Long> accounts = AtOnce.all(20, i -> () -> arrivals.arrive("583231", "anyi", null).account());
        assertEquals(1, new HashSet<>(accounts).size());
        assertEquals(1, arrivals.ledgers.count("select count(*) from account"));
        assertEquals(1, arrivals.ledgers.count("select count(*) from identity"));
        assertEquals(20, arrivals.ledgers.count("select count(*) from session"));
    }

    @Test
    @DisplayName("R-11 many who want one name at once all get an account, each with a name of its own")
    void one_name_at_once_is_many_accounts() throws Exception {
        Set<String> names = new HashSet<>(AtOnce.all(20, i -> () -> arrivals.arrive("s" + i, "anyi", null).username()));
        assertEquals(20, names.size());
        assertEquals(20, arrivals.ledgers.count("select count(*) from account"));
    }
}

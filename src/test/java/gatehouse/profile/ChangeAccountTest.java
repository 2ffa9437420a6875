package gatehouse.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Bucket;
import gatehouse.account.OneTimePassword;
import gatehouse.account.PasswordHash;
import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.session.Outposts;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.web.Races;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeAccountTest {

    private static final String OLD = "correct-horse-battery";

    private final Ledgers ledgers;
    private final People people;
    private final long anyi;
    private final SessionView session;

    ChangeAccountTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        anyi = people.account("anyi", OLD);
        session = people.signedIn(anyi, null);
        ledgers.events.clear();
    }

    private Set<String> save(String username, String email, String password, String current) {
        Problems problems = new Problems();
        ledgers.bean(ChangeAccount.class).save(new ProfileForm(username, "An Yi", email, password, current), problems);
        return problems.byField().keySet();
    }

    private boolean opens(String name, String password) {
        return ledgers.bean(Passwords.class).proven(Username.of(name), password, Bucket.of(Username.of(name))).isPresent();
    }

    @Test
    @DisplayName("A-04 B-02 posted rights, roles, subjects and states are not read")
    void what_is_posted_besides_changes_nothing() {
        String posted = "username=anyi&nickname=n&email=&basePath=/x&permission=16383&roles=administrator&admin=1&disabled=true&sso_id=1&subject=1"
                + "&passwordHash=x&identities%5B0%5D.subject=1&provider_id=1";
        ProfileForm form = ProfileForm.of(TypedForm.read("application/x-www-form-urlencoded", posted.getBytes()));
        ledgers.bean(ChangeAccount.class).save(form, new Problems());
        assertEquals(1, ledgers.count("select count(*) from account where id = " + anyi + " and nickname = 'n' and base_path = '/' and permission = 0 and not disabled"));
        assertEquals(0, ledgers.count("select (select count(*) from identity) + (select count(*) from role_grant)"));
        assertTrue(opens("anyi", OLD));
    }

    @Test
    @DisplayName("B-12 K-02 a new password ends every other session and every trip; this session goes on under a new token")
    void a_new_password_ends_everything_else() {
        String token = ledgers.bean(Sessions.class).open(anyi, null, People.DEVICE);
        ledgers.run("insert into attempt select 'h', 'b', " + people.provider("github") + ", 1, 'BIND', 'r', 'n', 'v', " + anyi + ", " + session.id()
                + ", '/', timestamp '2030-01-01 00:00:00'");
        String outpost = ledgers.bean(Outposts.class).open(session.id(), "https://files.example.com").orElseThrow();
        Optional<String> fresh = ledgers.bean(ChangeAccount.class).save(new ProfileForm("anyi", "", "", "a-new-password", OLD), new Problems());
        assertTrue(ledgers.bean(Outposts.class).find(outpost, "https://files.example.com").isEmpty(), "a guarded host's cookie is of before, too");
        assertEquals(session.id(), ledgers.bean(Sessions.class).find(fresh.orElseThrow()).orElseThrow().id());
        assertTrue(ledgers.bean(Sessions.class).find(token).isEmpty());
        assertEquals(1, ledgers.count("select count(*) from session"));
        assertEquals(0, ledgers.count("select count(*) from attempt"));
        assertEquals(List.of(AccountEvent.Kind.PASSWORD_SET), ledgers.events.stream().map(event -> ((AccountEvent) event).kind()).toList());
        assertTrue(opens("anyi", "a-new-password"));
        assertFalse(opens("anyi", OLD));
    }

    @Test
    void every_problem_names_its_field_and_nothing_is_written() {
        assertEquals(Set.of("username", "email", "newPassword", "currentPassword"), save("a/b", "nonsense", "short", "wrong"));
        assertEquals(Set.of("currentPassword"), save("anyi2", "a@example.com", "", ""));
        assertEquals(1, ledgers.count("select count(*) from account where username = 'anyi' and email = '' and nickname = ''"));
    }

    @Test
    void a_taken_name_is_a_problem_of_its_field_and_the_password_stays_too() {
        people.account("taken");
        assertEquals(Set.of("username"), save("Taken", "a@example.com", "a-new-password", OLD));
        assertEquals(1, ledgers.count("select count(*) from account where username = 'anyi' and email = ''"));
        assertTrue(opens("anyi", OLD));
    }

    @Test
    void two_who_want_one_name_at_once_get_one_owner_and_one_problem() throws Exception {
        List<Long> both = List.of(anyi, people.account("other"));
        List<String> problems = AtOnce.all(2, i -> () -> rename(both.get(i), "wanted"));
        assertEquals(Set.of("", "account.username.taken"), Set.copyOf(problems));
        assertEquals(1, ledgers.count("select count(*) from account where username = 'wanted'"));
    }

    private String rename(long account, String name) {
        Problems problems = new Problems();
        SessionView view = ledgers.bean(Sessions.class).find(ledgers.bean(Sessions.class).open(account, null, People.DEVICE)).orElseThrow();
        problems.check("username", () -> Races.settled(() -> ledgers.bean(Change.class)
                .settle(view.account(), new ProfileForm.Wish(Username.of(name), "", "", Optional.empty()), Optional.empty(), () -> { })));
        return problems.any() ? problems.byField().get("username").key() : "";
    }

    @Test
    @DisplayName("L-09 without a password the first one needs a fresh sign-in")
    void without_a_password_a_fresh_sign_in_is_needed() {
        people.signedIn(people.account("sso.only"), null);
        ProfileForm form = new ProfileForm("sso.only", "", "", "a-new-password", "");
        assertFalse(ledgers.bean(ChangeAccount.class).needsProof(form));
        people.later(Duration.ofMinutes(16));
        assertTrue(ledgers.bean(ChangeAccount.class).needsProof(form));
        assertFalse(ledgers.bean(ChangeAccount.class).needsProof(new ProfileForm("sso.only", "nick", "", "", "")));
    }

    @Test
    @DisplayName("L-03 the current password is guessed ten times at most")
    void guesses_at_the_current_password_are_counted() {
        for (int i = 0; i < 10; i++) assertEquals(Set.of("currentPassword"), save("anyi", "", "a-new-password", "guess"));
        Refusal refusal = assertThrows(Refusal.class, () -> save("anyi", "", "a-new-password", OLD));
        assertEquals(429, refusal.status());
        assertTrue(ledgers.bean(Accounts.class).find(anyi).orElseThrow().hasPassword());
    }

    @Test
    void a_one_time_password_which_somebody_else_knows_is_not_kept_as_ones_own() {
        String oneTime = OneTimePassword.fresh();
        long bo = people.account("bo");
        String hash = PasswordHash.rehash(oneTime).phc();
        ledgers.run("update account set password_hash = '" + hash + "', one_time_until = timestamp '2099-01-01 00:00:00' where id = " + bo);
        people.signedIn(bo, null);
        Problems problems = new Problems();
        assertTrue(ledgers.bean(ReplaceOneTime.class).by(oneTime, oneTime, problems).isEmpty());
        assertEquals(Set.of("password"), problems.byField().keySet());
        assertTrue(ledgers.bean(ReplaceOneTime.class).by("a-new-password", "a-new-password", new Problems()).isPresent());
    }
}

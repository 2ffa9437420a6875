package gatehouse.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.Bucket;
import gatehouse.account.Passwords;
import gatehouse.account.Username;
import gatehouse.session.AccessTokens;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Scope;
import gatehouse.web.Given;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import gatehouse.web.SentJson;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpdateMeTest {

    private static final String OLD = "correct-horse-battery";

    private final Ledgers ledgers;
    private final People people;
    private final long anyi;

    UpdateMeTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        anyi = people.account("anyi", OLD);
        people.signedIn(anyi, null);
    }

    private Set<String> save(String json) {
        Problems problems = new Problems();
        Given given = SentJson.of(json.replace('\'', '"'));
        ledgers.bean(UpdateMe.class).by(given, problems);
        return problems.byField().keySet();
    }

    private int refused(String json) {
        return assertThrows(Refusal.class, () -> save(json)).status();
    }

    private void byToken() {
        String token = ledgers.bean(AccessTokens.class).mint(anyi, "x", Set.of(Scope.PROFILE), ledgers.clock.instant().plus(Duration.ofDays(1))).token();
        ledgers.bean(CurrentAccount.class).is(ledgers.bean(AccessTokens.class).find(token).orElseThrow(), false);
    }

    private long identities() {
        return ledgers.count("select count(*) from identity where account_id = " + anyi);
    }

    @Test
    @DisplayName("A-04 posted rights, roles and states change nothing; what is left out stays")
    void what_is_posted_besides_changes_nothing() {
        assertEquals(Set.of(), save("{'id':1,'nickname':'n','base_path':'/x','permission':16383,'role':2,'roles':['administrator'],'disabled':true,'admin':true,'otp':true,"
                + "'password_hash':'x'}"));
        assertEquals(1, ledgers.count("select count(*) from account where username = 'anyi' and nickname = 'n' and base_path = '/' and permission = 0 and not disabled"));
        assertEquals(0, ledgers.count("select count(*) from role_grant"));
        assertTrue(ledgers.bean(Passwords.class).proven(Username.of("anyi"), OLD, Bucket.of(Username.of("anyi"))).isPresent());
    }

    @Test
    @DisplayName("B-02 a subject that is sent binds nothing: any sso_id but the empty one is refused")
    void a_subject_is_never_taken() {
        people.bound(anyi, people.provider("github"), "583231");
        for (String subject : List.of("583231", "1", " ", "0")) assertEquals(400, refused("{'nickname':'n','sso_id':'" + subject + "'}"));
        assertEquals(400, refused("{'sso_id':0}"));
        assertEquals(1, identities());
        assertEquals(0, ledgers.count("select count(*) from account where nickname = 'n'"));
    }

    @Test
    @DisplayName("B-08 an empty sso_id unbinds, but never the last way in; then nothing else is written either")
    void an_empty_sso_id_unbinds() {
        people.bound(anyi, people.provider("github"), "583231");
        ledgers.run("update account set password_hash = null where id = " + anyi);
        assertEquals(409, refused("{'nickname':'n','sso_id':''}"));
        assertEquals(0, ledgers.count("select count(*) from account where nickname = 'n'"));
        assertEquals(1, identities());
        ledgers.run("update account set password_hash = 'x' where id = " + anyi);
        assertEquals(Set.of(), save("{'nickname':'n','sso_id':''}"));
        assertEquals(0, identities());
        assertEquals(Set.of(), save("{'username':'anyi','password':'','sso_id':''}"));
    }

    @Test
    void of_several_identities_the_caller_says_which() {
        people.bound(anyi, people.provider("github"), "1");
        people.bound(anyi, people.provider("google"), "1");
        assertEquals(409, refused("{'sso_id':''}"));
        assertEquals(2, identities());
    }

    @Test
    @DisplayName("B-09 unbinding needs a fresh sign-in")
    void unbinding_needs_a_fresh_sign_in() {
        people.bound(anyi, people.provider("github"), "583231");
        people.later(Duration.ofMinutes(16));
        assertEquals(403, refused("{'sso_id':''}"));
        assertEquals(1, identities());
    }

    @Test
    @DisplayName("K-17 a token changes no way in, but nickname and e-mail")
    void a_token_changes_no_way_in() {
        people.bound(anyi, people.provider("github"), "583231");
        byToken();
        assertEquals(403, refused("{'sso_id':''}"));
        assertEquals(403, refused("{'username':'other','current_password':'" + OLD + "'}"));
        assertEquals(403, refused("{'password':'a-new-password','current_password':'" + OLD + "'}"));
        assertEquals(Set.of(), save("{'username':'anyi','password':'','nickname':'n','email':'a@good.test'}"));
        assertEquals(1, ledgers.count("select count(*) from account where username = 'anyi' and nickname = 'n' and email = 'a@good.test'"));
        assertEquals(1, identities());
    }

    @Test
    void a_new_password_needs_the_current_one() {
        assertEquals(Set.of("currentPassword"), save("{'password':'a-new-password'}"));
        assertEquals(Set.of("currentPassword"), save("{'password':'a-new-password','current_password':'wrong'}"));
        assertEquals(Set.of("newPassword"), save("{'password':'short','current_password':'" + OLD + "'}"));
        assertFalse(ledgers.bean(Passwords.class).proven(Username.of("anyi"), "a-new-password", Bucket.of(Username.of("anyi"))).isPresent());
        assertEquals(Set.of(), save("{'password':'a-new-password','current_password':'" + OLD + "'}"));
        assertTrue(ledgers.bean(Passwords.class).proven(Username.of("anyi"), "a-new-password", Bucket.of(Username.of("anyi"))).isPresent());
    }

    @Test
    @DisplayName("L-09 without a password the first one needs a fresh sign-in")
    void the_first_password_needs_a_fresh_sign_in() {
        people.signedIn(people.account("sso.only"), null);
        people.later(Duration.ofMinutes(16));
        assertEquals(403, refused("{'password':'a-new-password'}"));
    }
}

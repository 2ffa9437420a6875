package gatehouse.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.attempt.Errand;
import gatehouse.attempt.Intent;
import gatehouse.provider.Providers;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingTest {

    private final Ledgers ledgers;
    private final People people;
    private final long github;
    private final long acme;
    private final long anyi;
    private final SessionView session;

    BindingTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        github = people.provider("github");
        acme = people.provider("acme");
        anyi = people.account("anyi");
        session = people.signedIn(anyi, null);
    }

    private void bind(long account, long from, String subject) {
        Errand errand = new Errand(github, 1, Intent.BIND, account, from, "/profile");
        ledgers.bean(Binding.class).bind(errand, ledgers.bean(Providers.class).named("github"), People.outsider(github, subject));
    }

    private void unbind(String provider) {
        ledgers.bean(Binding.class).unbind(provider);
    }

    private long identities() {
        return ledgers.count("select count(*) from identity");
    }

    private static void refused(int status, String key, org.junit.jupiter.api.function.Executable work) {
        Refusal refusal = assertThrows(Refusal.class, work);
        assertEquals(key + " " + status, refusal.key() + " " + refusal.status());
    }

    @Test
    @DisplayName("B-03 another session than the one that began to bind ends nothing")
    void another_session_than_the_one_that_began_cannot_end_it() {
        long victim = people.account("victim");
        people.signedIn(victim, null);
        refused(400, "refused.attempt-unknown", () -> bind(anyi, session.id(), "attacker"));
        refused(400, "refused.attempt-unknown", () -> bind(victim, session.id(), "attacker"));
        assertEquals(0, identities());
    }

    @Test
    @DisplayName("B-05 the identity of another account stays with it")
    void an_identity_bound_elsewhere_does_not_move() {
        people.bound(people.account("owner"), github, "octocat");
        refused(409, "refused.bound-elsewhere", () -> bind(anyi, session.id(), "octocat"));
        assertEquals(1, ledgers.count("select count(*) from identity i join account a on a.id = i.account_id where a.username = 'owner'"));
        assertEquals(1, identities());
    }

    @Test
    @DisplayName("B-06 binding the same identity twice is one row")
    void binding_twice_is_nothing_new() {
        bind(anyi, session.id(), "octocat");
        bind(anyi, session.id(), "octocat");
        assertEquals(1, identities());
    }

    @Test
    void a_second_account_of_the_same_provider_is_refused_and_the_first_stays() {
        bind(anyi, session.id(), "octocat");
        refused(409, "refused.other-identity", () -> bind(anyi, session.id(), "hubot"));
        assertEquals(1, ledgers.count("select count(*) from identity where subject = 'octocat'"));
    }

    @Test
    @DisplayName("B-07 without a password the last identity stays")
    void unbinding_the_last_way_in_is_refused() {
        people.bound(anyi, github, "octocat");
        refused(409, "refused.last-way-in", () -> unbind("github"));
        assertEquals(1, identities());
    }

    @Test
    @DisplayName("B-07 with a password, or another way in, it goes")
    void with_another_way_in_it_goes() {
        people.bound(anyi, github, "octocat");
        people.bound(anyi, acme, "a-1");
        unbind("github");
        assertEquals(1, identities());
        refused(409, "refused.last-way-in", () -> unbind("acme"));
        people.bound(people.account("other", "a-long-password"), github, "hubot");
        people.signedIn(ledgers.count("select id from account where username = 'other'"), null);
        unbind("github");
        assertEquals(1, identities());
    }

    @Test
    void an_identity_that_opens_nothing_today_is_no_way_in() {
        people.bound(anyi, github, "octocat");
        people.bound(anyi, acme, "a-1");
        ledgers.run("update provider set enabled = false where slug = 'acme'");
        refused(409, "refused.last-way-in", () -> unbind("github"));
        ledgers.run("update provider set enabled = true, issuer = 'https://new.example' where slug = 'acme'");
        refused(409, "refused.last-way-in", () -> unbind("github"));
        people.set(new SsoSettings(false, false, BasePath.ROOT, Permissions.imported(0), false));
        refused(409, "refused.last-way-in", () -> unbind("acme"));
    }

    @Test
    @DisplayName("B-09 only the person's own identities are there to be unbound")
    void somebody_elses_identity_cannot_be_unbound() {
        people.bound(people.account("owner"), github, "octocat");
        refused(404, "refused.not-found", () -> unbind("github"));
        refused(404, "refused.not-found", () -> unbind("nowhere"));
        assertEquals(1, identities());
    }

    @Test
    @DisplayName("B-10 sessions and trips of an unbound identity end, but for the session that unbinds")
    void sessions_that_began_with_the_identity_end() {
        people.bound(anyi, github, "octocat");
        people.bound(anyi, acme, "a-1");
        long identity = ledgers.count("select id from identity where subject = 'octocat'");
        people.signedIn(anyi, identity);
        people.signedIn(anyi, ledgers.count("select id from identity where subject = 'a-1'"));
        SessionView mine = people.signedIn(anyi, identity);
        ledgers.run("insert into attempt select 'h', 'b', " + github + ", 1, 'SIGN_IN', 'r', 'n', 'v', " + anyi + ", " + mine.id() + ", '/', timestamp '2030-01-01 00:00:00'");
        unbind("github");
        assertEquals(3, ledgers.bean(Sessions.class).of(anyi).size(), "this one, the one by password, the one by the other provider");
        assertEquals(1, ledgers.count("select count(*) from session where id = " + mine.id() + " and identity_id is null"));
        assertEquals(0, ledgers.count("select count(*) from attempt"));
        assertTrue(ledgers.bean(Accounts.class).boundTo(People.outsider(github, "octocat")).isEmpty());
    }

    @Test
    @DisplayName("B-21 binding and unbinding are told to the audit log; a provider's roles come and go with it")
    void binding_and_unbinding_are_told_and_roles_go() {
        people.bound(anyi, acme, "a-1");
        bind(anyi, session.id(), "octocat");
        assertEquals(1, ledgers.count("select count(*) from role_grant where source = " + github));
        unbind("github");
        assertEquals(0, ledgers.count("select count(*) from role_grant where source = " + github));
        assertEquals(java.util.List.of(AccountEvent.Kind.BOUND, AccountEvent.Kind.UNBOUND),
                ledgers.events.stream().map(event -> ((AccountEvent) event).kind()).toList());
        assertFalse(ledgers.events.toString().contains("octocat"));
    }
}

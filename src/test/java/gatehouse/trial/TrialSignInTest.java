package gatehouse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.exchange.Attempts;
import gatehouse.exchange.Errand;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.Intent;
import gatehouse.exchange.Journey;
import gatehouse.exchange.OpenExchange;
import gatehouse.it.Page;
import gatehouse.it.Parameters;
import gatehouse.it.Visitor;
import gatehouse.it.provider.Answer;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import gatehouse.secret.Keys;
import gatehouse.secret.Secret;
import gatehouse.session.CurrentAccount;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.setting.Settings;
import gatehouse.setting.SsoSettings;
import gatehouse.web.Address;
import gatehouse.web.Refusal;
import gatehouse.web.Visit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialSignInTest {

    private static final Visit VISIT = new Visit(new Address("http://localhost:5244", Address.Place.PUBLIC), Locale.ENGLISH, "", "csrf", "f".repeat(43), Optional.empty());
    private static final List<String> TABLES = List.of("account", "identity", "role", "role_grant", "session", "used_username", "provider", "audit_event", "throttle", "attempt");
    @TempDir
    Path data;
    private final FakeProvider fake = FakeProvider.oauth("localhost");
    private Ledgers ledgers;
    private People people;
    private TrialSignIn trial;
    private long provider;
    private long anyi;
    private SessionView session;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        ledgers.put(Exchange.class, OpenExchange.at(ledgers.clock));
        trial = ledgers.bean(TrialSignIn.class);
        provider = people.provider("acme");
        String sealed = ledgers.bean(Keys.class).ring().seal(Secret.of(fake.clientSecret()), "provider/client_secret/" + provider);
        ledgers.run("update provider set enabled = false, client_secret = '" + sealed + "', client_id = '" + fake.clientId() + "', authorize_url = '" + fake.at("/authorize")
                + "', token_url = '" + fake.at("/token") + "', user_info_url = '" + fake.at("/userinfo") + "', mapping_rules = '{\"subject\":\"$.sub\",\"name\":\"$.name\",\"email\":\"$.email\"}'");
        anyi = people.account("anyi");
        ledgers.run("insert into role_grant select " + anyi + ", id, 0 from role where administrator");
        session = people.signedIn(anyi, null);
        register(true);
        fake.person(Person.named("p1", "newcomer"));
        ledgers.events.clear();
    }

    @AfterEach
    void close() {
        fake.close();
    }

    private void register(boolean open) {
        SsoSettings now = ledgers.bean(Settings.class).sso();
        people.set(new SsoSettings(true, open, now.defaultDirectory(), now.defaultPermissions(), now.compatibility()));
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, ledgers.count("select count(*) from " + table)));
        return rows;
    }

    /** The browser goes there and comes back. */
    private Returned away(URI address) {
        Page home = new Visitor(URI.create(fake.address())).get(address);
        Parameters answer = Parameters.of(home.location().getRawQuery());
        return new Returned(home.location().getPath(), home.location().getRawQuery(), answer.one("state"), Map.of("code", answer.one("code")), Optional.empty(), Optional.empty());
    }

    private Journey taken(Returned answer) {
        return ledgers.bean(Attempts.class).take(answer.state(), VISIT.flow());
    }

    private Trace ended(Returned answer) {
        assertEquals("/admin/trial", trial.end(taken(answer), answer));
        return trial.last().orElseThrow();
    }

    @Test
    void a_trial_writes_nothing_but_its_trace_and_tells_nobody() {
        Map<String, Long> before = rows();
        Trace trace = ended(away(trial.begin("acme", VISIT)));
        assertTrue(trace.decision().get(0).letsIn(), trace.toString());
        assertEquals("provider.tester.registered", trace.decision().get(0).words().key());
        assertEquals(before, rows());
        assertEquals(1, ledgers.count("select count(*) from trial"));
        assertEquals(List.of(), ledgers.events);
        assertEquals(List.of("departure", "callback", "token", "user-info", "mapping", "decision"), trace.lines().stream().map(Trace.Line::name).toList());
    }

    @Test
    void a_trial_of_a_bound_person_touches_neither_identity_nor_roles() {
        people.bound(anyi, provider, "p1");
        ledgers.run("delete from role_grant where source = " + provider);
        Map<String, Long> before = rows();
        Trace trace = ended(away(trial.begin("acme", VISIT)));
        assertEquals("provider.tester.known", trace.decision().get(0).words().key());
        assertEquals(before, rows());
        assertEquals(1, ledgers.count("select count(*) from identity where last_used is null"));
    }

    @Test
    void no_secret_is_in_the_trace() {
        URI address = trial.begin("acme", VISIT);
        Returned answer = away(address);
        String trace = TraceText.write(ended(answer));
        String token = fake.received("/userinfo").get(0).header("Authorization").orElseThrow().substring(7);
        for (String secret : List.of(fake.clientSecret(), answer.state(), answer.codes().get("code"), token, Parameters.of(address.getRawQuery()).one("state"))) {
            assertFalse(trace.contains(secret), secret);
        }
        assertFalse(trial.last().orElseThrow().sample().isEmpty());
    }

    @Test
    void a_secret_in_place_of_an_error_code_or_of_a_name_is_covered_too() {
        Returned refused = away(trial.begin("acme", VISIT));
        String code = refused.codes().get("code");
        fake.tellOnce("/token", Answer.json("{\"error\":\"" + code + "\",\"error_description\":\"" + refused.state() + "\"}"));
        String trace = TraceText.write(ended(refused));
        assertFalse(trace.contains(code) || trace.contains(refused.state()), trace);
        Returned named = away(trial.begin("acme", VISIT));
        fake.tellOnce("/userinfo", Answer.json("{\"sub\":\"p2\",\"email\":\"a@good.test\",\"name\":\"" + fake.clientSecret() + "\"}"));
        String told = TraceText.write(ended(named));
        assertFalse(told.contains(fake.clientSecret()), told);
    }

    @Test
    void registration_that_is_closed_is_told() {
        register(false);
        Trace trace = ended(away(trial.begin("acme", VISIT)));
        assertFalse(trace.decision().get(0).letsIn());
        assertEquals("provider.tester.closed", trace.decision().get(0).words().key());
        assertEquals(List.of("provider.tester.switched-off"), trace.decision().get(0).aside().stream().map(Said::key).toList());
    }

    @Test
    void who_is_no_administrator_any_more_ends_no_trial_and_nothing_is_asked() {
        Returned answer = away(trial.begin("acme", VISIT));
        ledgers.run("delete from role_grant where account_id = " + anyi);
        ledgers.bean(CurrentAccount.class).is(new SessionView(session.id(), anyi, "anyi", false, false, session.created(), session.proven(), session.seen()));
        Journey journey = taken(answer);
        assertEquals(403, assertThrows(Refusal.class, () -> trial.end(journey, answer)).status());
        assertEquals(0, fake.received("/token").size());
    }

    @Test
    void another_session_ends_no_trial_and_nothing_is_asked() {
        Returned answer = away(trial.begin("acme", VISIT));
        people.signedIn(anyi, null);
        Journey journey = taken(answer);
        assertEquals(400, assertThrows(Refusal.class, () -> trial.end(journey, answer)).status());
        assertEquals(0, fake.received("/token").size());
        assertEquals(Optional.empty(), trial.last());
    }

    @Test
    void a_session_that_ended_takes_its_trips_with_it() {
        Returned answer = away(trial.begin("acme", VISIT));
        ledgers.bean(Sessions.class).end(anyi, session.id());
        assertEquals("refused.attempt-used", assertThrows(Refusal.class, () -> taken(answer)).key());
    }

    @Test
    void an_older_trial_that_comes_back_late_does_not_borrow_the_steps_of_a_newer() {
        Returned older = away(trial.begin("acme", VISIT));
        trial.begin("acme", VISIT);
        Trace trace = ended(older);
        assertEquals(List.of("callback", "token", "user-info", "mapping", "decision"), trace.lines().stream().map(Trace.Line::name).toList());
    }

    @Test
    void an_answer_at_another_address_or_of_an_older_configuration_is_not_asked_about() {
        Returned answer = away(trial.begin("acme", VISIT));
        Returned astray = new Returned("/callback", answer.query(), answer.state(), answer.codes(), answer.issuer(), Optional.empty());
        assertEquals("stray", ended(astray).cause().get(0).advice());
        Returned later = away(trial.begin("acme", VISIT));
        ledgers.run("update provider set configuration = configuration + 1");
        assertEquals("changed", ended(later).cause().get(0).advice());
        assertEquals(0, fake.received("/token").size());
    }

    @Test
    void the_attempt_says_what_it_is_for() {
        Journey journey = taken(away(trial.begin("acme", VISIT)));
        assertEquals(new Errand(provider, 1, Intent.TRIAL, anyi, session.id(), "/admin/trial"), journey.errand());
    }

    @Test
    void a_provider_that_cannot_be_reached_is_told_without_a_trip() {
        ledgers.run("update provider set protocol = 'OIDC', issuer = 'http://127.0.0.1:9'");
        assertEquals(URI.create("http://localhost:5244/admin/trial"), trial.begin("acme", VISIT));
        Trace trace = trial.last().orElseThrow();
        assertEquals("unreachable", trace.cause().get(0).advice());
        assertEquals(List.of(false), trace.lines().stream().map(Trace.Line::good).toList());
        assertEquals("http://127.0.0.1:9/.well-known/openid-configuration", trace.lines().get(0).calls().get(0).address());
        assertEquals(0, ledgers.count("select count(*) from attempt"));
    }

    @Test
    void from_an_address_that_nobody_confirmed_nobody_departs() {
        Visit unknown = new Visit(new Address("http://other.example", Address.Place.UNKNOWN), Locale.ENGLISH, "", "csrf", VISIT.flow(), Optional.empty());
        assertEquals(403, assertThrows(Refusal.class, () -> trial.begin("acme", unknown)).status());
        assertEquals(0, ledgers.count("select count(*) from attempt"));
    }
}

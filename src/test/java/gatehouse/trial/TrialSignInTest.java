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

import gatehouse.it.Parameters;
import gatehouse.it.provider.Answer;
import gatehouse.web.Address;
import gatehouse.web.Refusal;
import gatehouse.web.Visit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialSignInTest {

    private static final List<String> TABLES = List.of("account", "identity", "role", "role_grant", "session", "used_username", "provider", "audit_event", "throttle", "attempt");

    @AutoClose
    private final Tryout tryout;

    TrialSignInTest(@TempDir Path data) {
        tryout = new Tryout(data);
    }

    private Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        TABLES.forEach(table -> rows.put(table, tryout.ledgers.count("select count(*) from " + table)));
        return rows;
    }

    @Test
    void a_trial_writes_nothing_but_its_trace_and_tells_nobody() {
        Map<String, Long> before = rows();
        Trace trace = tryout.ended(tryout.away(tryout.begin()));
        assertTrue(trace.decision().get(0).letsIn(), trace.toString());
        assertEquals("provider.tester.registered", trace.decision().get(0).words().key());
        assertEquals(before, rows());
        assertEquals(1, tryout.ledgers.count("select count(*) from trial"));
        assertEquals(List.of(), tryout.ledgers.events);
        assertEquals(List.of("departure", "callback", "token", "user-info", "mapping", "decision"), trace.lines().stream().map(Trace.Line::name).toList());
    }

    @Test
    void a_trial_of_a_bound_person_touches_neither_identity_nor_roles() {
        tryout.people.bound(tryout.anyi, tryout.provider, "p1");
        tryout.ledgers.run("delete from role_grant where source = " + tryout.provider);
        Map<String, Long> before = rows();
        Trace trace = tryout.ended(tryout.away(tryout.begin()));
        assertEquals("provider.tester.known", trace.decision().get(0).words().key());
        assertEquals(before, rows());
        assertEquals(1, tryout.ledgers.count("select count(*) from identity where last_used is null"));
    }

    @Test
    void no_secret_is_in_the_trace() {
        URI address = tryout.begin();
        Returned answer = tryout.away(address);
        String trace = TraceText.write(tryout.ended(answer));
        String token = tryout.fake.received("/userinfo").get(0).header("Authorization").orElseThrow().substring(7);
        for (String secret : List.of(tryout.fake.clientSecret(), answer.state(), answer.codes().get("code"), token, Parameters.of(address.getRawQuery()).one("state"))) {
            assertFalse(trace.contains(secret), secret);
        }
        assertFalse(tryout.trial.last().orElseThrow().sample().isEmpty());
    }

    @Test
    void a_secret_in_place_of_an_error_code_or_of_a_name_is_covered_too() {
        Returned refused = tryout.away(tryout.begin());
        String code = refused.codes().get("code");
        tryout.fake.tellOnce("/token", Answer.json("{\"error\":\"" + code + "\",\"error_description\":\"" + refused.state() + "\"}"));
        String trace = TraceText.write(tryout.ended(refused));
        assertFalse(trace.contains(code) || trace.contains(refused.state()), trace);
        Returned named = tryout.away(tryout.begin());
        tryout.fake.tellOnce("/userinfo", Answer.json("{\"sub\":\"p2\",\"email\":\"a@good.test\",\"name\":\"" + tryout.fake.clientSecret() + "\"}"));
        String told = TraceText.write(tryout.ended(named));
        assertFalse(told.contains(tryout.fake.clientSecret()), told);
    }

    @Test
    void registration_that_is_closed_is_told() {
        tryout.register(false);
        Trace trace = tryout.ended(tryout.away(tryout.begin()));
        assertFalse(trace.decision().get(0).letsIn());
        assertEquals("provider.tester.closed", trace.decision().get(0).words().key());
        assertEquals(List.of("provider.tester.switched-off"), trace.decision().get(0).aside().stream().map(Said::key).toList());
    }

    @Test
    void a_provider_that_cannot_be_reached_is_told_without_a_trip() {
        tryout.ledgers.run("update provider set protocol = 'OIDC', issuer = 'http://127.0.0.1:9'");
        assertEquals(URI.create("http://localhost:5244/admin/trial"), tryout.begin());
        Trace trace = tryout.trial.last().orElseThrow();
        assertEquals("unreachable", trace.cause().get(0).advice());
        assertEquals(List.of(false), trace.lines().stream().map(Trace.Line::good).toList());
        assertEquals("http://127.0.0.1:9/.well-known/openid-configuration", trace.lines().get(0).calls().get(0).address());
        assertEquals(0, tryout.ledgers.count("select count(*) from attempt"));
    }

    @Test
    void from_an_address_that_nobody_confirmed_nobody_departs() {
        Visit unknown = new Visit(new Address("http://other.example", Address.Place.UNKNOWN), Locale.ENGLISH, "", "csrf", Tryout.VISIT.flow(), Optional.empty());
        assertEquals(403, assertThrows(Refusal.class, () -> tryout.trial.begin("acme", unknown)).status());
        assertEquals(0, tryout.ledgers.count("select count(*) from attempt"));
    }
}

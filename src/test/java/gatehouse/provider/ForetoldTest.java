package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import gatehouse.People;
import gatehouse.Seeds;
import gatehouse.mapping.ExternalProfile;
import gatehouse.mapping.Mapping;
import gatehouse.mapping.MappingType;
import gatehouse.mapping.Sample;
import gatehouse.session.Sessions;
import gatehouse.signin.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the mapping tester says that sign-in would do, and that sign-in does it. */
class ForetoldTest {

    private final Bench bench;

    ForetoldTest(@TempDir Path data) {
        bench = new Bench(data);
    }

    @Test
    void a_bound_person_would_sign_in_whatever_else_is_missing() {
        Provider acme = bench.acme();
        long anyi = bench.people.account("anyi");
        bench.people.bound(anyi, acme.id(), "583231");
        bench.set(true, false);
        assertEquals("Would sign in as anyi, who is bound to this identity.", bench.verdict(Filled.custom(), "{\"id\":583231}", acme));
        assertEquals("Would be refused: nobody here is bound to this identity, and auto register is off.", bench.verdict(Filled.custom(), "{\"id\":583231}", null));
        bench.ledgers.run("update account set disabled = true");
        assertEquals("Would be refused: this identity is bound to anyi, and that account is disabled.", bench.verdict(Filled.custom(), "{\"id\":583231}", acme));
    }

    @Test
    void each_refusal_of_the_door_is_foretold() {
        assertTrue(bench.verdict(Filled.custom(), "{\"id\":1,\"name\":\"n\"}").endsWith("nobody is registered without “E-mail (email)”."));
        assertTrue(bench.verdict(Filled.custom().with("registration", "NOBODY"), Seeds.SIMPLE).contains("“Who may register”"));
        Filled staff = Filled.custom().with("registration", "DOMAINS").with("domains", "example.com");
        assertTrue(bench.verdict(staff, "{\"id\":1,\"name\":\"n\",\"email\":\"a@example.com\"}").contains("“Who may register”"), "not verified");
        assertEquals("Would be registered as n: a new account.", bench.verdict(staff, "{\"id\":1,\"name\":\"n\",\"email\":\"a@example.com\",\"email_verified\":true}"));
        bench.set(false, true);
        assertEquals("For the time being nobody comes in: single sign-on is switched off.", bench.shown(Filled.custom(), Seeds.SIMPLE, null).get("aside"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anyi", "Admin", "root", "张三", "a/b", "John  Doe", "ａｄｍｉｎ", "\u202eadmin"})
    void the_door_does_what_was_foretold(String name) {
        Provider acme = bench.acme();
        bench.people.account("admin");
        String answer = "{\"id\":7,\"name\":\"" + name + "\",\"email\":\"a@example.com\"}";
        String foretold = bench.verdict(Filled.custom(), answer, acme);
        Mapping mapping = Mapping.usual(MappingType.CUSTOM);
        ExternalProfile person = mapping.profile(mapping.read(Sample.of(answer).answer()));
        String token = bench.ledgers.bean(SignIn.class).settle(acme.id(), person, People.outsider(acme.id(), "7"), null, People.DEVICE);
        String given = bench.ledgers.bean(Sessions.class).find(token).orElseThrow().username();
        assertEquals("Would be registered as " + given + ": a new account.", foretold);
        assertEquals("Would sign in as " + given + ", who is bound to this identity.", bench.verdict(Filled.custom(), answer, acme));
    }
}

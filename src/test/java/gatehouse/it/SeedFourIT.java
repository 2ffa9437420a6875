package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InHouse
class SeedFourIT {

    private static final FakeProvider PROVIDER = FakeProvider.oauth("localhost");
    private static Desk desk;

    @BeforeAll
    static void open() {
        desk = Desk.open();
        desk.register("/", 152);
    }

    @BeforeEach
    void forget() {
        PROVIDER.reset();
    }

    @AfterAll
    static void close() {
        desk.close();
        PROVIDER.close();
    }

    /** The sample answer of seed 004, member by member. */
    private static Person sample(String name) {
        return Person.of(Map.of("name", name, "preferred_username", "Admin", "email", "admin@example.com", "picture", "https://casbin.org/img/casbin.svg",
                "phone", "+1234567890"));
    }

    @Test
    @DisplayName("Seed 004: its sample answer registers with no edited rule but the subject, which it lacks; PKCE and HTTP Basic")
    void the_sample_answer_of_the_seed_registers() {
        PROVIDER.person(sample("seed-four"));
        Form form = desk.form();
        String slug = desk.add("Seed four", PROVIDER, false, "ruleSubject", "$.name", "authentication", "BASIC", "pkce", "true");
        assertEquals("$.name", form.value("ruleName"));
        Myself person = Myself.of(Walk.newcomer(slug));
        assertEquals("seed-four", person.username());
        assertEquals("Admin", person.field("nickname"));
        assertEquals("admin@example.com", person.field("email"));
        assertTrue(PROVIDER.received("/authorize").get(0).query().first("code_challenge").isPresent());
        assertTrue(PROVIDER.received("/token").get(0).header("Authorization").orElseThrow().startsWith("Basic "));
    }

    @Test
    @DisplayName("Seed 004: without PKCE, the secret in the body")
    void pkce_can_be_off_and_the_secret_in_the_body() {
        PROVIDER.person(sample("seed-four-too"));
        String slug = desk.add("Seed four too", PROVIDER, false, "ruleSubject", "name", "authentication", "BODY", "pkce", "");
        assertEquals("seed-four-too", Myself.of(Walk.newcomer(slug)).username());
        assertTrue(PROVIDER.received("/authorize").get(0).query().first("code_challenge").isEmpty());
        assertEquals(PROVIDER.clientSecret(), PROVIDER.received("/token").get(0).form().one("client_secret"));
    }

    @Test
    @DisplayName("Seed 004: a subject that people can change is warned of on the provider's page")
    void a_name_as_the_subject_is_warned_of() {
        String slug = desk.add("Seed four warned", PROVIDER, false, "ruleSubject", "$.name");
        assertTrue(desk.visitor().get("/admin/providers/" + slug).html().selectFirst("section[aria-labelledby=mapping] .notice.warn") != null);
    }
}

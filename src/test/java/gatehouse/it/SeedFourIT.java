package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InHouse
class SeedFourIT {

    /** The rules as the form has them before anybody types. */
    private static final String[] UNEDITED = {"ruleName", "$.name", "ruleEmail", "$.email"};
    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    /** The sample answer of seed 004, member by member. */
    private static Person sample(String name) {
        return Person.of(Map.of("name", name, "preferred_username", "Admin", "email", "admin@example.com", "picture", "https://casbin.org/img/casbin.svg",
                "phone", "+1234567890"));
    }

    private static Stage.Placed seed(String name, String... typedOver) {
        String[] subject = {"ruleSubject", "$.name"};
        Stage.Placed seed = stage.oauth(name, Stream.of(UNEDITED, subject, typedOver).flatMap(Stream::of).toArray(String[]::new));
        seed.fake().person(sample(seed.slug()));
        return seed;
    }

    @Test
    @DisplayName("Seed 004: its sample answer registers with no edited rule but the subject, which it lacks; PKCE and HTTP Basic")
    void the_sample_answer_of_the_seed_registers() {
        Stage.Placed seed = seed("Seed four", "authentication", "BASIC", "pkce", "true");
        Myself person = Myself.of(Trip.signIn(seed.slug()));
        assertEquals(seed.slug(), person.username());
        assertEquals("Admin", person.field("nickname"));
        assertEquals("admin@example.com", person.field("email"));
        assertTrue(seed.fake().received("/authorize").get(0).query().first("code_challenge").isPresent());
        assertTrue(seed.fake().received("/token").get(0).header("Authorization").orElseThrow().startsWith("Basic "));
    }

    @Test
    @DisplayName("Seed 004: without PKCE, the secret in the body")
    void pkce_can_be_off_and_the_secret_in_the_body() {
        Stage.Placed seed = seed("Seed four too", "authentication", "BODY", "pkce", "");
        assertEquals(seed.slug(), Myself.of(Trip.signIn(seed.slug())).username());
        assertTrue(seed.fake().received("/authorize").get(0).query().first("code_challenge").isEmpty());
        assertEquals(seed.fake().clientSecret(), seed.fake().received("/token").get(0).form().one("client_secret"));
    }

    @Test
    @DisplayName("Seed 004: the form is prefilled with the seed's rules, and a subject that people can change is warned of")
    void the_seeds_rules_are_prefilled_and_a_name_as_subject_is_warned_of() {
        Form form = stage.admin().visitor().get("/admin/providers/new?preset=oauth2").formTo("/admin/providers/new");
        for (int i = 0; i < UNEDITED.length; i += 2) assertEquals(UNEDITED[i + 1], form.value(UNEDITED[i]));
        assertTrue(warned(seed("Seed four warned")));
        assertFalse(warned(seed("Seed four calm", "ruleSubject", "$.id")));
    }

    private static boolean warned(Stage.Placed seed) {
        return stage.admin().visitor().get("/admin/providers/" + seed.slug()).html().selectFirst("section[aria-labelledby=mapping] .notice.warn") != null;
    }
}

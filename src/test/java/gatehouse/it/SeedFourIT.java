package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.AtOnce;
import gatehouse.Seeds;
import gatehouse.it.provider.Answer;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import gatehouse.it.provider.Received;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class SeedFourIT {

    /** The rules as the form has them before anybody types. */
    private static final String[] UNEDITED = {"ruleName", "$.name", "ruleEmail", "$.email"};
    private static final String TOKEN = """
            {
            "access_token": "eyJhbGciOiJSUzI1NiIsImtpZCI6Ixxxxxxxxxxxxxx",
            "refresh_token": "eyJhbGciOiJSUzI1NiIsInR5cCI6xxxxxxxxxxxxxx",
            "token_type": "Bearer",
            "expires_in": 10080,
            "scope": "openid profile email"
            }""";
    @RegisterExtension
    private static final Stage stage = new Stage();

    /** The sample answer of seed 004, member by member. */
    private static Person sample(String name) {
        return Person.of(Map.of("name", name, "preferred_username", "Admin", "email", "admin@example.com", "picture", "https://casbin.org/img/casbin.svg",
                "phone", "+1234567890"));
    }

    private static Stage.Placed seed(String name, String... typedOver) {
        String[] subject = {"ruleSubject", "$.name"};
        Stage.Placed seed = stage.oauth(name, Stream.of(UNEDITED, subject, typedOver).flatMap(Stream::of).toArray(String[]::new));
        seed.person(sample(seed.slug()));
        return seed;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("C1 C4 C5 C6 C7 C8 the seed's requests and answers, letter for letter, with and without PKCE; its admin beside ours gets another name")
    void the_seed_letter_for_letter(boolean pkce) {
        Stage.Placed seed = seed("Seed four letters " + pkce, "authentication", "BASIC", "pkce", pkce ? "true" : "", "scope", "openid profile email",
                "redirectStyle", "FIXED", "redirectUrl", House.here().address() + "/callback");
        seed.fake().tell("/token", Answer.json(TOKEN)).tell("/userinfo", Answer.json(Seeds.PERSON));
        Visitor visitor = House.here().visitor();
        Trip trip = Trip.begin(visitor, seed.slug());
        Parameters asked = Parameters.of(trip.departure().location().getRawQuery());
        Set<String> names = new TreeSet<>(Set.of("client_id", "redirect_uri", "state", "response_type", "scope"));
        if (pkce) names.addAll(Set.of("code_challenge", "code_challenge_method"));
        assertEquals(names, new TreeSet<>(asked.pairs().stream().map(Map.Entry::getKey).toList()));
        assertEquals("gatehouse-client code openid profile email", asked.one("client_id") + " " + asked.one("response_type") + " " + asked.one("scope"));
        if (pkce) assertEquals("S256", asked.one("code_challenge_method"));
        assertTrue(trip.home().toString().startsWith(House.here().address() + "/callback?code="), trip.home()::toString);
        assertEquals(303, trip.end().status());
        assertCommandLines(seed, trip.answer().one("code"), pkce);
        Myself admin = Myself.of(visitor);
        assertEquals((pkce ? "admin_admin_2" : "admin_admin") + " Admin admin@example.com", admin.username() + " " + admin.field("nickname") + " " + admin.field("email"));
        assertEquals(List.of("admin"), admin.subjects());
        assertEquals("/test1", admin.basePath());
    }

    /** curl -X POST -u id:secret --data-binary "code=…&grant_type=authorization_code&redirect_uri=…", and curl -X GET -H "Authorization: Bearer …". */
    private static void assertCommandLines(Stage.Placed seed, String code, boolean pkce) {
        Received token = seed.fake().received("/token").get(0);
        String pair = seed.fake().clientId() + ":" + seed.fake().clientSecret();
        assertEquals("POST Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)), token.method() + " " + token.header("Authorization").orElseThrow());
        List<String> names = new ArrayList<>(List.of("code", "grant_type", "redirect_uri"));
        if (pkce) names.add("code_verifier");
        assertEquals(names, token.form().pairs().stream().map(Map.Entry::getKey).toList());
        assertEquals(code + " authorization_code " + House.here().address() + "/callback",
                token.form().one("code") + " " + token.form().one("grant_type") + " " + token.form().one("redirect_uri"));
        Received user = seed.fake().received("/userinfo").get(0);
        assertEquals("GET Bearer eyJhbGciOiJSUzI1NiIsImtpZCI6Ixxxxxxxxxxxxxx", user.method() + " " + user.header("Authorization").orElseThrow());
    }

    @Test
    @DisplayName("C5 every attempt has a verifier of its own; the address keeps a query that it has")
    void an_address_with_a_query_keeps_it() {
        Stage.Placed seed = seed("Seed four query", "pkce", "true");
        Form page = stage.admin().provider(seed.slug()).with("authorizeUrl", seed.fake().at("/authorize?tenant=a%20b"), "clientSecret", seed.fake().clientSecret());
        assertEquals(303, stage.admin().visitor().submit(page).status());
        Visitor visitor = House.here().visitor();
        Trip first = Trip.begin(visitor, seed.slug());
        assertEquals("a b", first.asked("tenant"));
        assertEquals(303, first.end().status());
        assertFalse(first.asked("code_challenge").equals(Trip.begin(House.here().visitor(), seed.slug()).asked("code_challenge")));
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
    @DisplayName("C2 C3 eleven custom providers at once, each with its own settings, its own button and its own people, though all name the same subject")
    void eleven_custom_providers_at_once() throws Exception {
        List<Stage.Placed> eleven = IntStream.rangeClosed(1, 11).mapToObj(at -> stage.place(FakeProvider.oauth("localhost").client("id-" + at, "canary-secret-" + at),
                "Eleven " + at, "scope", "scope-" + at, "ruleSubject", "$.id", "ruleName", "$.name")).toList();
        for (Stage.Placed one : eleven) one.person(sample(one.slug()).with("id", 7));
        List<String> buttons = House.here().visitor().get("/login").html().select("form.ways button").eachText();
        assertEquals(IntStream.rangeClosed(1, 11).mapToObj(at -> "Continue with Eleven " + at).toList(), buttons.stream().filter(text -> text.contains("Eleven")).toList());
        List<Visitor> visitors = AtOnce.all(11, at -> () -> Trip.signIn(eleven.get(at).slug()));
        for (int at = 0; at < 11; at++) {
            Myself person = Myself.of(visitors.get(at));
            assertEquals(eleven.get(at).slug(), person.username());
            for (Stage.Placed other : eleven) assertEquals(other == eleven.get(at), person.bound(other.slug()));
            assertEquals("scope-" + (at + 1), eleven.get(at).fake().received("/authorize").get(0).query().one("scope"));
        }
        eleven.forEach(stage::remove);
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

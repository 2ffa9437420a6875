package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.Seeds;
import gatehouse.it.provider.Answer;
import gatehouse.it.provider.FakeProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Seed 003 from its first line to its last: the parameters and their checks, the rules, the examples letter for letter, the three steps. */
@InHouse
class SeedThreeIT {

    private static final String NEW = "/admin/providers/new";
    @RegisterExtension
    private static final Stage stage = new Stage();

    private static Form blank() {
        return stage.admin().visitor().get(NEW + "?preset=oauth2").formTo(NEW);
    }

    private static Form filled() {
        return blank().with("name", "Seed three", "clientId", "id", "clientSecret", "secret", "authorizeUrl", "https://api.provider.com/authorize",
                "tokenUrl", "https://api.provider.com/token", "userInfoUrl", "https://api.provider.com/user", "redirectStyle", "FIXED",
                "redirectUrl", House.here().address() + "/callback", "scope", "");
    }

    /** As an administrator would set it up by the seed's second step, with the rules as the seed writes them. */
    private static Stage.Placed set(String name, String userInfo, String rules, String... typedOver) {
        Stage.Placed placed = stage.oauth(name, "rules", rules, "redirectStyle", "FIXED", "redirectUrl", House.here().address() + "/callback");
        if (typedOver.length > 0) assertEquals(303, stage.admin().visitor().submit(stage.admin().provider(placed.slug()).with(typedOver)).status());
        placed.fake().tell("/userinfo", Answer.json(userInfo));
        return placed;
    }

    @Test
    @DisplayName("I1-I12 the twelve parameters stand on the page under the seed's names")
    void the_twelve_parameters_are_there() {
        Page page = stage.admin().visitor().get(NEW + "?preset=oauth2");
        List<String> words = page.html().select("label, legend, h2, .label").eachText();
        for (String name : List.of("Icon", "Name", "Client ID", "Client Secret", "Authorize URL", "Token URL", "User Info URL", "Redirect URL", "Scope",
                "User Info Mapping Type", "Custom Mapping Rules", "Roles")) {
            assertTrue(words.stream().anyMatch(word -> word.startsWith(name)), name + " in " + words);
        }
        assertEquals("file", page.html().selectFirst("[name=icon]").attr("type"));
        assertEquals("password", page.html().selectFirst("[name=clientSecret]").attr("type"));
    }

    @ParameterizedTest
    @CsvSource({"name,Name", "clientId,Client ID", "clientSecret,Client Secret", "authorizeUrl,Authorize URL", "tokenUrl,Token URL", "userInfoUrl,User Info URL",
            "redirectUrl,Redirect URL"})
    @DisplayName("I2-I8 what is required and left empty is named beside its field, and nothing is saved")
    void what_is_required_is_named(String field, String label) {
        refused(filled().with(field, ""), field, "Fill in " + label);
    }

    @ParameterizedTest
    @CsvSource({"authorizeUrl,Authorize URL", "tokenUrl,Token URL", "userInfoUrl,User Info URL", "redirectUrl,Redirect URL"})
    @DisplayName("I5-I8 a URL that does not start with http:// or https:// is refused")
    void a_url_starts_with_http_or_https(String field, String label) {
        refused(filled().with(field, "ftp://api.provider.com/x"), field, label + " must start with http:// or https://");
    }

    @Test
    @DisplayName("I11 I14 under CUSTOM name and email are required, the other three are not")
    void name_and_email_are_required() {
        refused(filled().with("ruleName", ""), "ruleName", "");
        refused(filled().with("ruleEmail", ""), "ruleEmail", "");
        refused(filled().with("rules", "{\"email\": \"$.email\"}"), "rules", "name");
        refused(filled().with("rules", "{\"name\": \"$.name\"}"), "rules", "email");
        refused(filled().with("rules", "no JSON"), "rules", "");
        String slug = stage.admin().pick("oauth2", form -> filled().with("ruleNickname", "", "rulePhone", "", "ruleDescription", ""));
        stage.admin().delete(slug);
    }

    @Test
    @DisplayName("I12 at least one role, of those that may be granted")
    void a_role_is_required() {
        refused(filled().without("roles"), "roles", "Choose at least one role");
        refused(filled().with("roles", "999999"), "roles", "cannot grant this role");
    }

    private static void refused(Form form, String field, String sentence) {
        Page page = stage.admin().visitor().submit(form);
        assertEquals(422, page.status(), page::text);
        assertTrue(page.html().select("#" + field + "-error").text().contains(sentence), page::text);
        assertEquals(1, page.html().select("[id$=-error]").size(), page::text);
    }

    @Test
    @DisplayName("I13 the mapping types of the seed: GITHUB, LARK, CUSTOM, beside OIDC and a preset's own")
    void the_mapping_types_are_there() {
        Set<String> offered = Set.copyOf(stage.admin().visitor().get(NEW + "?preset=oauth2").html().select("[name=mappingType] option").eachAttr("value"));
        assertEquals(Set.of("GITHUB", "LARK", "CUSTOM", "OIDC", "PRESET"), offered);
    }

    @Test
    @DisplayName("I14 I15 I18 example 1, letter for letter: registered as the example says; the rules stand in the fields and in the object alike")
    void the_first_example_signs_in() {
        Stage.Placed seed = set("Seed three one", Seeds.SIMPLE, Seeds.SIMPLE_RULES);
        Form page = stage.admin().provider(seed.slug());
        assertEquals("$.username $.email", page.value("ruleName") + " " + page.value("ruleEmail"));
        assertEquals("", page.value("ruleNickname") + page.value("rulePhone") + page.value("ruleDescription"));
        assertEquals(303, stage.admin().visitor().submit(page.with("ruleName", "$['username']")).status());
        assertEquals("$['username']", Phrasebook.json(stage.admin().provider(seed.slug()).value("rules")).path("name").textValue(), "and back");

        Visitor admin = stage.admin().visitor();
        assertEquals(1, admin.get("/admin/providers").html().select("a[href=" + NEW + "]:contains(Add OAuth config)").size());
        Visitor visitor = House.here().visitor();
        assertEquals("Continue with Seed three one", visitor.get("/login").html().selectFirst("[formaction=/sso/" + seed.slug() + "]").text());
        Trip trip = Trip.begin(visitor, seed.slug());
        assertEquals(House.here().address() + "/callback", trip.asked("redirect_uri"));
        assertEquals(303, trip.end().status());
        Myself john = Myself.of(visitor);
        assertEquals("john_doe john@example.com", john.username() + " " + john.field("email"));
        assertEquals(List.of("12345"), john.subjects());
        assertEquals("user", john.roles());
        assertTrue(seed.fake().received("/userinfo").get(0).header("Authorization").orElseThrow().startsWith("Bearer "));
    }

    @Test
    @DisplayName("I14 I15 example 2, letter for letter: it has no subject, so one is picked; the first sign-in without says what is missing")
    void the_second_example_signs_in() {
        Stage.Placed seed = set("Seed three two", Seeds.NESTED, Seeds.NESTED_RULES);
        Page lacking = Trip.begin(House.here().visitor(), seed.slug()).end();
        assertEquals(502, lacking.status());
        assertEquals(0, stage.admin().bound(seed.slug()));
        assertEquals(303, stage.admin().visitor().submit(stage.admin().provider(seed.slug()).with("ruleSubject", "$.user_info.contact.email")).status());
        Myself john = Myself.of(Trip.signIn(seed.slug()));
        assertEquals("John Doe john@example.com", john.username() + " " + john.field("email"));
        assertEquals(List.of("john@example.com"), john.subjects());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.users[*].name", "$.array[0].field", "$['user-name']", "$['user.name']", "$['first name']", "$.data['user-info'].email", "/array/0/field",
            "/a~1b", "/m~0n"})
    @DisplayName("I15 I16 each notation of the seed's table, and JSON Pointer of its debugging list, names the person; the page says which was read")
    void each_notation_names_the_person(String rule) {
        String answer = """
                {"id": "%1$s", "email": "j@example.com", "users": [{"name": "%1$s"}], "array": [{"field": "%1$s"}], "user-name": "%1$s", "user.name": "%1$s",
                 "first name": "%1$s", "data": {"user-info": {"email": "%1$s"}}, "a/b": "%1$s", "m~n": "%1$s"}""".formatted("notation-" + Math.floorMod(rule.hashCode(), 100_000));
        Stage.Placed seed = set("Seed three notation", answer, "{\"subject\": \"$.id\", \"name\": \"" + rule + "\", \"email\": \"$.email\"}");
        Form page = stage.admin().provider(seed.slug());
        String tested = stage.admin().visitor().submit(page.sentTo("/admin/providers/" + seed.slug() + "/mapping").with("sample", answer)).html().select("#tested").text();
        assertTrue(tested.contains(rule.startsWith("/") ? "JSON Pointer" : "JSONPath"), tested);
        Myself person = Myself.of(Trip.signIn(seed.slug()));
        assertEquals(person.subjects(), List.of(person.username()));
        stage.remove(seed);
    }

    @ParameterizedTest
    @CsvSource({"GITHUB,github", "LARK,lark"})
    @DisplayName("I13 GITHUB and LARK read their answers without a rule, whatever stands in the fields")
    void the_fixed_types_need_no_rule(String type, String recorded) {
        Phrasebook book = Phrasebook.of(recorded, Map.of("octo", "octo-three", "王五", "王五三"));
        try (FakeProvider fake = FakeProvider.oauth("localhost")) {
            Stage.Placed seed = stage.place(fake, "Seed three " + type, "mappingType", type, "ruleName", "$.ignored");
            fake.tell("/userinfo", Answer.json(book.profile().toString()));
            Myself person = Myself.of(Trip.signIn(seed.slug()));
            assertEquals(book.maps().path("name").textValue(), person.username());
            assertEquals(book.maps().path("email").textValue(), person.field("email"));
            assertEquals(List.of(book.maps().path("subject").textValue()), person.subjects());
            stage.remove(seed);
        }
    }
}

package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import gatehouse.Seeds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTesterTest {

    private static final Set<String> TABLES = Set.of("account", "identity", "used_username", "session", "provider", "used_slug", "audit_event", "attempt");

    private final Bench bench;

    MappingTesterTest(@TempDir Path data) {
        bench = new Bench(data);
    }

    @Test
    @DisplayName("Seed 003, example 1, letter for letter: each rule tells its notation, value and type, and who would be registered")
    void the_first_example_of_seed_003_explains_itself() {
        Filled form = Filled.custom().with("rules", Seeds.SIMPLE_RULES);
        assertEquals(List.of("$.sub else $.id | found | 12345 | JSONPath · number", "$.username | found | john_doe | JSONPath · text",
                "$.email | found | john@example.com | JSONPath · text · not verified"), bench.rows(form, Seeds.SIMPLE));
        assertEquals("Would be registered as john_doe: a new account.", bench.verdict(form, Seeds.SIMPLE));
        assertFalse(bench.problems.any());
    }

    @Test
    @DisplayName("Seed 003, example 2, letter for letter: without a subject nobody can be told, and the tester says where it stopped")
    void the_second_example_of_seed_003_lacks_a_subject() {
        String rules = "{\"name\": \"$.user_info.display_name\", \"email\": \"$.user_info.contact.email\"%s}";
        Filled form = Filled.custom().with("rules", rules.formatted(""));
        assertEquals("$.sub else $.id | found nothing | JSONPath | Nothing at $.sub: the answer goes no further than $.", bench.rows(form, Seeds.NESTED).get(0));
        assertTrue(bench.verdict(form, Seeds.NESTED).startsWith("Would fail, because nobody can be told by this answer."));
        assertEquals("Would be registered as John Doe: a new account.",
                bench.verdict(form.with("rules", rules.formatted(", \"subject\": \"$.user_info.contact.email\"")), Seeds.NESTED));
    }

    @Test
    @DisplayName("Seed 004: the sample answer, letter for letter, with the picked subject; Admin beside admin gets another name")
    void the_sample_answer_of_seed_004_explains_itself() {
        bench.people.account("admin");
        Filled form = Filled.custom().with("ruleSubject", "$.name");
        assertEquals(List.of("$.name | found | admin | JSONPath · text", "$.name | found | admin | JSONPath · text",
                "$.email | found | admin@example.com | JSONPath · text · not verified", "$.preferred_username | found | Admin | JSONPath · text",
                "$.phone | found | +1234567890 | JSONPath · text", "$.picture | found | https://casbin.org/img/casbin.svg | JSONPath · text"), bench.rows(form, Seeds.PERSON));
        assertEquals("Would be registered as admin_admin: a new account.", bench.verdict(form, Seeds.PERSON));
    }

    @Test
    void each_notation_is_named_and_each_stop_told() {
        Filled form = Filled.custom().with("ruleSubject", "/data/id").with("ruleName", "data.list.0").with("ruleEmail", "$.data.mails[*].value")
                .with("ruleNickname", "data.nick.name").with("rulePhone", "/data/phone/0").with("ruleAvatar", "$.data");
        String answer = "{\"data\":{\"id\":9007199254740993,\"list\":[\"anyi\"],\"mails\":[{\"value\":\"\"},{\"value\":\"a@example.com\"}],\"nick\":{},\"phone\":[]}}";
        assertEquals(List.of("/data/id | found | 9007199254740993 | JSON Pointer · number", "data.list.0 | found | anyi | dotted path · text",
                "$.data.mails[*].value | found | a@example.com | JSONPath · text · first of a list · not verified",
                "data.nick.name | found nothing | dotted path | Nothing at data.nick.name: the answer goes no further than data.nick.",
                "/data/phone/0 | found nothing | JSON Pointer | Nothing at /data/phone/0: the answer goes no further than /data/phone.",
                "$.data | found nothing | JSONPath | There is an object at $.data, not a text or a number. Name one of its members."), bench.rows(form, answer));
    }

    @Test
    @DisplayName("U-11 U-21 what is not a path is told with its position, and does not hide the others")
    void a_wrong_rule_does_not_hide_the_others() {
        Filled form = Filled.custom().with("ruleName", "$..*").with("ruleEmail", "").with("ruleNickname", "$.username");
        List<String> rows = bench.rows(form, Seeds.SIMPLE);
        assertTrue(rows.get(1).startsWith("$..* | not a path | At character 3"), rows.get(1));
        assertEquals("no rule | Enter a rule for “email”.", rows.get(2));
        assertEquals("$.username | found | john_doe | JSONPath · text", rows.get(3));
        assertEquals("Mend the rules first; then it stands here what sign-in would do.", bench.verdict(form, Seeds.SIMPLE));
    }

    @Test
    void a_value_that_is_not_taken_says_so() {
        List<String> rows = bench.rows(Filled.custom().with("ruleSubject", "$.n").with("ruleName", "$.n"), "{\"n\":0,\"email\":\"a@b@c\",\"picture\":\"http://a.example/\"}");
        assertEquals("$.n | not usable | 0 | JSONPath · number | The subject at $.n is 0, which tells nobody apart.", rows.get(0));
        assertEquals("$.email | not usable | a@b@c | JSONPath · text · not verified | This is no e-mail address, so it is not taken.", rows.get(2));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("$.picture | not usable | http://a.example/")));
    }

    @Test
    void a_verified_address_says_so() {
        assertEquals("$.email | found | a@example.com | JSONPath · text · verified", bench.rows(Filled.oidc(),
                "{\"sub\":\"1\",\"name\":\"n\",\"email\":\"a@example.com\",\"email_verified\":true}").get(2));
    }

    @Test
    void what_is_wrong_with_the_form_is_a_problem_of_its_field() {
        Filled form = Filled.custom().with("registration", "DOMAINS").with("domains", "no domain!").with("rules", "[");
        assertEquals("Mend the form first; then it stands here what sign-in would do.", bench.verdict(form, Seeds.SIMPLE));
        assertEquals(Set.of("rules", "domains"), bench.problems.byField().keySet());
    }

    @Test
    void without_a_sample_nothing_is_tried() {
        assertTrue(bench.tested(Filled.custom(), " ", null).isEmpty());
        assertEquals("provider.tester.empty", bench.problems.byField().get("sample").key());
    }

    @ParameterizedTest
    @DisplayName("U-21 hostile samples and rules: nothing is stored, nothing breaks")
    @ValueSource(strings = {"{\"id\":\"</pre><script>alert(1)</script>\",\"name\":\"<img src=x>\",\"email\":\"a@example.com\"}", "{\"id\":1,\"name\":\"\\u202eanyi\\n\",\"email\":\"a@example.com\"}",
            "{\"id\":\"'; drop table account; --\",\"name\":\"x\",\"email\":\"a@example.com\"}", "{\"__proto__\":{},\"id\":[1,[2]],\"name\":[[\"a\"]]}"})
    void nothing_is_stored(String sample) {
        Provider acme = bench.acme();
        long before = rowsStored();
        bench.shown(Filled.custom(), sample, acme);
        bench.shown(Filled.custom().with("ruleName", "(".repeat(5000)).with("ruleEmail", "$[?(" + "!".repeat(20_000)), sample, acme);
        assertEquals(before, rowsStored());
        assertEquals(1, bench.ledgers.events.size(), "the setting of the test itself");
    }

    private long rowsStored() {
        return TABLES.stream().mapToLong(table -> bench.ledgers.count("select count(*) from " + table)).sum();
    }
}

package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.session.Sessions;
import gatehouse.setting.SsoSettings;
import gatehouse.signin.SignIn;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTesterTest {

    private static final String SIMPLE = """
            {
            "username": "john_doe",
            "email": "john@example.com",
            "id": 12345
            }""";
    private static final String SIMPLE_RULES = """
            {
            "name": "$.username",
            "email": "$.email"
            }""";
    private static final String NESTED = """
            {
            "user_info": {
            "display_name": "John Doe",
            "contact": {
            "email": "john@example.com"
            }
            }
            }""";
    private static final String SEED_004 = """
            {
            "name": "admin",
            "preferred_username": "Admin",
            "email": "admin@example.com",
            "picture": "https://casbin.org/img/casbin.svg",
            "phone": "+1234567890"
            }""";
    private static final Set<String> TABLES = Set.of("account", "identity", "used_username", "session", "provider", "used_slug", "audit_event", "attempt");
    @TempDir
    Path data;
    private Ledgers ledgers;
    private People people;
    private final Problems problems = new Problems();

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        set(true, true);
    }

    private void set(boolean on, boolean autoRegister) {
        people.set(new SsoSettings(on, autoRegister, new BasePath("/"), Permissions.imported(0), false));
    }

    private Optional<Tested> tested(Filled form, String sample, Provider provider) {
        return ledgers.bean(MappingTester.class).test(form.with("sample", sample).form(), Optional.ofNullable(provider), problems);
    }

    private Map<String, Object> shown(Filled form, String sample, Provider provider) {
        return new TestedView(tested(form, sample, provider).orElseThrow(), Messages.in(Locale.ENGLISH)).shown();
    }

    /** One line a field: its rule, what came of it, the value, what is known of it, why not. */
    @SuppressWarnings("unchecked")
    private List<String> rows(Filled form, String sample) {
        return ((List<Map<String, String>>) shown(form, sample, null).get("rows")).stream()
                .map(row -> List.of("rule", "state", "value", "about", "why").stream().map(row::get).filter(text -> !text.isEmpty()).collect(Collectors.joining(" | "))).toList();
    }

    private String verdict(Filled form, String sample, Provider provider) {
        return shown(form, sample, provider).get("verdict").toString();
    }

    private String verdict(Filled form, String sample) {
        return verdict(form, sample, null);
    }

    private Provider acme() {
        people.provider("acme");
        return ledgers.bean(Providers.class).named("acme");
    }

    @Test
    @DisplayName("Seed 003, example 1, letter for letter: each rule tells its notation, value and type, and who would be registered")
    void the_first_example_of_seed_003_explains_itself() {
        Filled form = Filled.custom().with("rules", SIMPLE_RULES);
        assertEquals(List.of("$.sub else $.id | found | 12345 | JSONPath · number", "$.username | found | john_doe | JSONPath · text",
                "$.email | found | john@example.com | JSONPath · text · not verified"), rows(form, SIMPLE));
        assertEquals("Would be registered as john_doe: a new account.", verdict(form, SIMPLE));
        assertFalse(problems.any());
    }

    @Test
    @DisplayName("Seed 003, example 2, letter for letter: without a subject nobody can be told, and the tester says where it stopped")
    void the_second_example_of_seed_003_lacks_a_subject() {
        String rules = "{\"name\": \"$.user_info.display_name\", \"email\": \"$.user_info.contact.email\"%s}";
        Filled form = Filled.custom().with("rules", rules.formatted(""));
        assertEquals("$.sub else $.id | found nothing | JSONPath | Nothing at $.sub: the answer goes no further than $.", rows(form, NESTED).get(0));
        assertTrue(verdict(form, NESTED).startsWith("Would fail, because nobody can be told by this answer."));
        assertEquals("Would be registered as John Doe: a new account.",
                verdict(form.with("rules", rules.formatted(", \"subject\": \"$.user_info.contact.email\"")), NESTED));
    }

    @Test
    @DisplayName("Seed 004: the sample answer, letter for letter, with the picked subject; Admin beside admin gets another name")
    void the_sample_answer_of_seed_004_explains_itself() {
        people.account("admin");
        Filled form = Filled.custom().with("ruleSubject", "$.name");
        assertEquals(List.of("$.name | found | admin | JSONPath · text", "$.name | found | admin | JSONPath · text",
                "$.email | found | admin@example.com | JSONPath · text · not verified", "$.preferred_username | found | Admin | JSONPath · text",
                "$.phone | found | +1234567890 | JSONPath · text", "$.picture | found | https://casbin.org/img/casbin.svg | JSONPath · text"), rows(form, SEED_004));
        assertEquals("Would be registered as admin_admin: a new account.", verdict(form, SEED_004));
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
                "$.data | found nothing | JSONPath | There is an object at $.data, not a text or a number. Name one of its members."), rows(form, answer));
    }

    @Test
    @DisplayName("U-11 U-21 what is not a path is told with its position, and does not hide the others")
    void a_wrong_rule_does_not_hide_the_others() {
        Filled form = Filled.custom().with("ruleName", "$..*").with("ruleEmail", "").with("ruleNickname", "$.username");
        List<String> rows = rows(form, SIMPLE);
        assertTrue(rows.get(1).startsWith("$..* | not a path | At character 3"), rows.get(1));
        assertEquals("no rule | Enter a rule for “email”.", rows.get(2));
        assertEquals("$.username | found | john_doe | JSONPath · text", rows.get(3));
        assertEquals("Mend the rules first; then it stands here what sign-in would do.", verdict(form, SIMPLE));
    }

    @Test
    void a_value_that_is_not_taken_says_so() {
        List<String> rows = rows(Filled.custom().with("ruleSubject", "$.n").with("ruleName", "$.n"), "{\"n\":0,\"email\":\"a@b@c\",\"picture\":\"http://a.example/\"}");
        assertEquals("$.n | not usable | 0 | JSONPath · number | The subject at $.n is 0, which tells nobody apart.", rows.get(0));
        assertEquals("$.email | not usable | a@b@c | JSONPath · text · not verified | This is no e-mail address, so it is not taken.", rows.get(2));
        assertTrue(rows.stream().anyMatch(row -> row.startsWith("$.picture | not usable | http://a.example/")));
    }

    @Test
    void a_verified_address_says_so() {
        assertEquals("$.email | found | a@example.com | JSONPath · text · verified", rows(Filled.oidc(),
                "{\"sub\":\"1\",\"name\":\"n\",\"email\":\"a@example.com\",\"email_verified\":true}").get(2));
    }

    @Test
    void a_bound_person_would_sign_in_whatever_else_is_missing() {
        Provider acme = acme();
        long anyi = people.account("anyi");
        people.bound(anyi, acme.id(), "583231");
        set(true, false);
        assertEquals("Would sign in as anyi, who is bound to this identity.", verdict(Filled.custom(), "{\"id\":583231}", acme));
        assertEquals("Would be refused: nobody here is bound to this identity, and auto register is off.", verdict(Filled.custom(), "{\"id\":583231}", null));
        ledgers.run("update account set disabled = true");
        assertEquals("Would be refused: this identity is bound to anyi, and that account is disabled.", verdict(Filled.custom(), "{\"id\":583231}", acme));
    }

    @Test
    void each_refusal_of_the_door_is_foretold() {
        assertTrue(verdict(Filled.custom(), "{\"id\":1,\"name\":\"n\"}").endsWith("nobody is registered without “E-mail (email)”."));
        assertTrue(verdict(Filled.custom().with("registration", "NOBODY"), SIMPLE).contains("“Who may register”"));
        Filled staff = Filled.custom().with("registration", "DOMAINS").with("domains", "example.com");
        assertTrue(verdict(staff, "{\"id\":1,\"name\":\"n\",\"email\":\"a@example.com\"}").contains("“Who may register”"), "not verified");
        assertEquals("Would be registered as n: a new account.", verdict(staff, "{\"id\":1,\"name\":\"n\",\"email\":\"a@example.com\",\"email_verified\":true}"));
        set(false, true);
        assertEquals("For the time being nobody comes in: single sign-on is switched off.", shown(Filled.custom(), SIMPLE, null).get("aside"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anyi", "Admin", "root", "张三", "a/b", "John  Doe", "ａｄｍｉｎ", "\u202eadmin"})
    void the_door_does_what_was_foretold(String name) {
        Provider acme = acme();
        people.account("admin");
        String answer = "{\"id\":7,\"name\":\"" + name + "\",\"email\":\"a@example.com\"}";
        String foretold = verdict(Filled.custom(), answer, acme);
        Mapping mapping = Mapping.usual(MappingType.CUSTOM);
        ExternalProfile person = mapping.profile(mapping.read(Sample.of(answer).answer()));
        String token = ledgers.bean(SignIn.class).settle(acme.id(), person, People.outsider(acme.id(), "7"), null, People.DEVICE);
        String given = ledgers.bean(Sessions.class).find(token).orElseThrow().username();
        assertEquals("Would be registered as " + given + ": a new account.", foretold);
        assertEquals("Would sign in as " + given + ", who is bound to this identity.", verdict(Filled.custom(), answer, acme));
    }

    @Test
    void what_is_wrong_with_the_form_is_a_problem_of_its_field() {
        Filled form = Filled.custom().with("registration", "DOMAINS").with("domains", "no domain!").with("rules", "[");
        assertEquals("Mend the form first; then it stands here what sign-in would do.", verdict(form, SIMPLE));
        assertEquals(Set.of("rules", "domains"), problems.byField().keySet());
    }

    @Test
    void without_a_sample_nothing_is_tried() {
        assertTrue(tested(Filled.custom(), " ", null).isEmpty());
        assertEquals("provider.tester.empty", problems.byField().get("sample").key());
    }

    @ParameterizedTest
    @DisplayName("U-21 hostile samples and rules: nothing is stored, nothing breaks")
    @ValueSource(strings = {"{\"id\":\"</pre><script>alert(1)</script>\",\"name\":\"<img src=x>\",\"email\":\"a@example.com\"}", "{\"id\":1,\"name\":\"\\u202eanyi\\n\",\"email\":\"a@example.com\"}",
            "{\"id\":\"'; drop table account; --\",\"name\":\"x\",\"email\":\"a@example.com\"}", "{\"__proto__\":{},\"id\":[1,[2]],\"name\":[[\"a\"]]}"})
    void nothing_is_stored(String sample) {
        Provider acme = acme();
        long before = rowsStored();
        shown(Filled.custom(), sample, acme);
        shown(Filled.custom().with("ruleName", "(".repeat(5000)).with("ruleEmail", "$[?(" + "!".repeat(20_000)), sample, acme);
        assertEquals(before, rowsStored());
        assertEquals(1, ledgers.events.size(), "the setting of the test itself");
    }

    private long rowsStored() {
        return TABLES.stream().mapToLong(table -> ledgers.count("select count(*) from " + table)).sum();
    }
}

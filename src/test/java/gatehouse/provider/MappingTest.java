package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.web.Problems;
import gatehouse.web.Refusal;

class MappingTest {

    private static final String SEED_004 = """
            {
            "name": "admin",
            "preferred_username": "Admin",
            "email": "admin@example.com",
            "picture": "https://casbin.org/img/casbin.svg",
            "phone": "+1234567890"
            }""";

    @Test
    @DisplayName("Seed 003, example 1: simple field extraction")
    void the_first_example_of_seed_003_works() {
        Mapping mapping = Mapping.parseJson("""
                {
                "name": "$.username",
                "email": "$.email"
                }""");
        ExternalProfile john = profile(mapping, """
                {
                "username": "john_doe",
                "email": "john@example.com",
                "id": 12345
                }""");
        assertEquals(new ExternalProfile("12345", Optional.of("john_doe"), Optional.of("john@example.com"), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), john);
        assertEquals(Optional.empty(), mapping.type().lacking(john));
    }

    @Test
    @DisplayName("Seed 003, example 2: nested object extraction; without id or sub the administrator picks the subject")
    void the_second_example_of_seed_003_works() {
        String answer = """
                {
                "user_info": {
                "display_name": "John Doe",
                "contact": {
                "email": "john@example.com"
                }
                }
                }""";
        String rules = "{\"name\": \"$.user_info.display_name\", \"email\": \"$.user_info.contact.email\"%s}";
        assertEquals("provider.subject.missing", refusal(Mapping.parseJson(rules.formatted("")), answer).key());
        Mapping picked = Mapping.parseJson(rules.formatted(", \"subject\": \"$.user_info.contact.email\""));
        assertTrue(picked.mutableSubject());
        ExternalProfile john = profile(picked, answer);
        assertEquals("john@example.com", john.subject());
        assertEquals("John Doe", john.username().orElseThrow());
    }

    @Test
    @DisplayName("Seed 004: the sample answer works with no edited rule but the picked subject")
    void the_sample_answer_of_seed_004_works() {
        assertEquals(502, refusal(Mapping.usual(MappingType.CUSTOM), SEED_004).status());
        ExternalProfile admin = profile(Mapping.parse(MappingType.CUSTOM, Map.of("subject", "$.name")), SEED_004);
        assertEquals(new ExternalProfile("admin", Optional.of("admin"), Optional.of("admin@example.com"), false, Optional.of("Admin"),
                Optional.of("+1234567890"), Optional.of("https://casbin.org/img/casbin.svg"), Optional.empty()), admin);
        assertEquals(Optional.empty(), profile(Mapping.parse(MappingType.CUSTOM, Map.of("subject", "email")), SEED_004.replace("phone", "fax")).phone());
    }

    @ParameterizedTest
    @DisplayName("U-01 a required attribute that is missing is named, and is never read as null")
    @ValueSource(strings = {"{\"id\":1,\"email\":\"a@x.test\"}", "{\"id\":1,\"email\":\"a@x.test\",\"name\":null}", "{\"id\":1,\"email\":\"a@x.test\",\"name\":\" \"}", "{\"id\":1,\"email\":\"a@x.test\",\"name\":{}}"})
    void a_missing_attribute_is_named(String answer) {
        Mapping mapping = Mapping.usual(MappingType.CUSTOM);
        ExternalProfile profile = profile(mapping, answer);
        assertEquals("1", profile.subject());
        assertEquals(Optional.of(Field.USERNAME), mapping.type().lacking(profile));
    }

    @ParameterizedTest
    @DisplayName("U-02 a subject that is neither text nor whole number is refused, nothing is coerced")
    @CsvSource(delimiter = '|', value = {"{}|missing", "[]|missing", "[1]|type", "true|type", "false|type", "null|missing", "1.5|type", "1.0|type", "1e3|type", "1e400|missing", "1e1000000000|missing",
            "\"\"|missing", "\"  \"|missing", "0|zero", "\"0\"|zero", "\" 0 \"|zero", "\"a\\u0000b\"|characters", "\"a\\nb\"|characters", "\"\\ud800\"|characters", "\"a\\u0085\"|characters"})
    void other_subjects_are_refused(String value, String why) {
        Refusal refusal = refusal(Mapping.usual(MappingType.OIDC), "{\"sub\":" + value + "}");
        assertEquals(502, refusal.status());
        assertEquals("provider.subject." + why, refusal.key());
        assertEquals("$.sub", refusal.arguments()[0]);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"9007199254740993|9007199254740993", "123456789012345678901234567890|123456789012345678901234567890", "\"007\"|007", "\" a \"| a ", "\"Ünal\"|Ünal", "-5|-5"}, ignoreLeadingAndTrailingWhitespace = false)
    void a_subject_keeps_every_byte_and_digit(String value, String subject) {
        assertEquals(subject, profile(Mapping.usual(MappingType.OIDC), "{\"sub\":" + value + "}").subject());
    }

    @Test
    @DisplayName("U-06 a subject of 255 characters is kept whole, a longer one is refused and never cut")
    void a_long_subject_is_never_cut() {
        String longest = "x".repeat(255);
        assertEquals(longest, profile(Mapping.usual(MappingType.OIDC), "{\"sub\":\"" + longest + "\"}").subject());
        for (int length : new int[] {256, 10_000}) {
            assertEquals("provider.subject.too-long", refusal(Mapping.usual(MappingType.OIDC), "{\"sub\":\"" + "x".repeat(length) + "\"}").key());
        }
    }

    @Test
    @DisplayName("U-10 Lark's envelope is read; an answer that failed has no subject")
    void larks_envelope_is_read() {
        Mapping lark = Mapping.usual(MappingType.LARK);
        ExternalProfile zhang = profile(lark, """
                {"code":0,"msg":"success","data":{"name":"张三","en_name":"San","avatar_url":"https://x.test/a.png","open_id":"ou_1","union_id":"on_1","email":"","enterprise_email":"z@corp.test","mobile":"+8613800000000"}}""");
        assertEquals(new ExternalProfile("on_1", Optional.of("张三"), Optional.of("z@corp.test"), false, Optional.of("San"), Optional.of("+8613800000000"), Optional.of("https://x.test/a.png"), Optional.empty()), zhang);
        assertEquals("ou_1", profile(lark, "{\"data\":{\"open_id\":\"ou_1\",\"email\":\"p@x.test\"}}").subject());
        assertEquals("p@x.test", profile(lark, "{\"data\":{\"open_id\":\"ou_1\",\"enterprise_email\":null,\"email\":\"p@x.test\"}}").email().orElseThrow());
        assertEquals("provider.subject.missing", refusal(lark, "{\"code\":99991663,\"msg\":\"invalid token\"}").key());
    }

    @Test
    @DisplayName("U-12 a hostile rule in the table is refused when it is read")
    void a_hostile_stored_rule_is_refused() {
        for (String rule : new String[] {"$..*..*..*..*", "$[-2147483648:2147483647]", "$.a[?(@.b=~/(a*)*\\\\1b/)]"}) {
            Refusal refusal = assertThrows(Refusal.class, () -> Mapping.parseJson(MappingType.OIDC, "{\"name\":\"" + rule + "\"}"));
            assertEquals("provider.mapping.rule", refusal.key());
            assertEquals("name", refusal.arguments()[0]);
        }
    }

    @ParameterizedTest
    @DisplayName("U-14 an e-mail is kept only when it is one; sign-in goes on without")
    @ValueSource(strings = {"\"a@x@y\"", "\"a@x.test\\r\\nBcc: b@x.test\"", "null", "17", "{}"})
    void a_wrong_email_is_no_email(String email) {
        ExternalProfile profile = profile(Mapping.usual(MappingType.OIDC), "{\"sub\":\"s\",\"name\":\"n\",\"email_verified\":true,\"email\":" + email + "}");
        assertEquals(Optional.empty(), profile.email());
        assertFalse(profile.emailVerified());
        assertEquals(Optional.empty(), MappingType.OIDC.lacking(profile));
        assertEquals(Optional.of(Field.EMAIL), MappingType.CUSTOM.lacking(profile));
    }

    @ParameterizedTest
    @DisplayName("U-15 only a real true verifies an e-mail")
    @CsvSource(delimiter = '|', value = {"true|true", "false|false", "\"true\"|false", "1|false", "null|false", "[true]|false"})
    void only_a_real_true_verifies(String claim, boolean verified) {
        String answer = "{\"sub\":\"s\",\"email\":\"a@x.test\",\"upn\":\"b@x.test\",\"email_verified\":" + claim + "}";
        assertEquals(verified, profile(Mapping.usual(MappingType.OIDC), answer).emailVerified());
        assertFalse(profile(Mapping.usual(MappingType.OIDC), answer.replace("email_verified", "other")).emailVerified());
        assertFalse(profile(Mapping.parse(MappingType.OIDC, Map.of("email", "$.upn")), answer).emailVerified());
        String nested = "{\"sub\":\"s\",\"email_verified\":true,\"data\":" + answer + "}";
        assertEquals(verified, profile(Mapping.parse(MappingType.OIDC, Map.of("email", "$.data.email")), nested).emailVerified());
        assertEquals(verified, profile(Mapping.parse(MappingType.OIDC, Map.of("email", "/data/email")), nested).emailVerified());
    }

    @Test
    @DisplayName("U-16 of GitHub's addresses only the primary and verified one is taken as verified")
    void githubs_primary_and_verified_address_is_taken() {
        String user = "{\"login\":\"octo\",\"id\":1,\"name\":null,\"email\":%s,\"bio\":null,\"avatar_url\":\"https://x.test/a\",\"emails\":[%s]}";
        String unverified = "{\"email\":\"evil@x.test\",\"primary\":true,\"verified\":false}";
        String second = "{\"email\":\"second@x.test\",\"primary\":false,\"verified\":true}";
        String right = "{\"email\":\"octo@x.test\",\"primary\":true,\"verified\":true}";
        Mapping github = Mapping.usual(MappingType.GITHUB);
        ExternalProfile octo = profile(github, user.formatted("null", unverified + "," + second + "," + right));
        assertEquals(new ExternalProfile("1", Optional.of("octo"), Optional.of("octo@x.test"), true, Optional.empty(), Optional.empty(), Optional.of("https://x.test/a"), Optional.empty()), octo);
        assertEquals(Optional.empty(), profile(github, user.formatted("null", unverified + "," + second)).email());
        ExternalProfile open = profile(github, user.formatted("\"public@x.test\"", unverified));
        assertEquals("public@x.test", open.email().orElseThrow());
        assertFalse(open.emailVerified());
    }

    @ParameterizedTest
    @DisplayName("Seed 003: the rules object is a valid object of texts with name and email; what is wrong is named")
    @CsvSource(delimiter = '|', value = {"{\"email\":\"$.e\"}|required|name", "{\"name\":\"$.n\"}|required|email", "{\"name\":\" \",\"email\":\"$.e\"}|required|name",
            "{\"name\":1,\"email\":\"$.e\"}|not-text|name", "{\"name\":null,\"email\":\"$.e\"}|not-text|name", "{\"name\":\"$.n\",\"email\":\"$.e\",\"username\":\"$.u\"}|unknown-key|username",
            "[]|not-object|", "\"\"|not-object|", "{|not-object|", "{} x|not-object|", "'<html>'|not-object|", "{\"name\":\"$.a\",\"name\":\"$.b\",\"email\":\"$.e\"}|not-object|", "{\"name\":\"$..n\",\"email\":\"$.e\"}|rule|name"})
    void a_wrong_rules_object_is_refused(String json, String why, String key) {
        Refusal refusal = assertThrows(Refusal.class, () -> Mapping.parseJson(json));
        assertEquals(422, refusal.status());
        assertEquals("provider.mapping." + why, refusal.key());
        if (key != null) assertEquals(key, refusal.arguments()[0]);
    }

    @ParameterizedTest
    @EnumSource(MappingType.class)
    void a_mapping_is_kept_as_json(MappingType type) {
        Mapping mapping = Mapping.usual(type);
        assertEquals(mapping, Mapping.parseJson(type, mapping.toJson()));
        Mapping fewer = Mapping.parse(type, Map.of("nickname", "", "avatar", "", "phone", "/a/x~1y else $['a \\'b']", "name", "a.b"));
        assertEquals(fewer, Mapping.parseJson(type, fewer.toJson()));
        assertFalse(fewer.toJson().contains("avatar"));
    }

    @Test
    void a_form_gets_a_problem_at_each_field() {
        Problems problems = new Problems();
        assertEquals(Optional.empty(), Mapping.parse(MappingType.CUSTOM, Map.of("subject", "$..*", "name", "", "email", "$.length()"), problems));
        assertEquals(List.of("mapping.subject", "mapping.name", "mapping.email"), List.copyOf(problems.byField().keySet()));
    }

    @Test
    void a_wrong_first_rule_is_not_passed_over() {
        Mapping mapping = Mapping.usual(MappingType.CUSTOM);
        assertEquals("5", profile(mapping, "{\"sub\":null,\"id\":5}").subject());
        assertEquals("provider.subject.missing", refusal(mapping, "{\"sub\":{},\"id\":5}").key());
        assertEquals("provider.subject.type", refusal(mapping, "{\"sub\":true,\"id\":5}").key());
    }

    @ParameterizedTest
    @CsvSource({"$.name,true", "$.data.login,true", "$['email'],true", "preferred_username,true", "/data/email,true", "$.id else $.email,true", "$.id,false", "$.sub,false", "$.data.union_id,false", "$.ids[0],false"})
    void a_subject_that_people_can_change_is_known(String rule, boolean mutable) {
        assertEquals(mutable, Mapping.parse(MappingType.CUSTOM, Map.of("subject", rule)).mutableSubject());
    }

    @Test
    @DisplayName("U-20 other texts are cleaned and bounded, and a picture is https or nothing")
    void other_texts_are_cleaned() {
        Mapping mapping = Mapping.parse(MappingType.OIDC, Map.of("description", "$.bio"));
        for (String picture : new String[] {"javascript:alert(1)", "data:text/html,x", "http://169.254.169.254/", "//x.test/a", "https://" + "x".repeat(1000)}) {
            assertEquals(Optional.empty(), profile(mapping, "{\"sub\":\"s\",\"picture\":\"" + picture + "\"}").avatar());
        }
        ExternalProfile profile = profile(mapping, "{\"sub\":\"s\",\"name\":\"a\\r\\nb\\u202ec\",\"bio\":\"" + "\\ud83d\\ude00".repeat(600) + "\"}");
        assertEquals("a bc", profile.nickname().orElseThrow());
        assertEquals(1000, profile.description().orElseThrow().length());
    }

    private static ExternalProfile profile(Mapping mapping, String answer) {
        return mapping.profile(mapping.read(Answers.read(answer)));
    }

    private static Refusal refusal(Mapping mapping, String answer) {
        return assertThrows(Refusal.class, () -> profile(mapping, answer));
    }
}

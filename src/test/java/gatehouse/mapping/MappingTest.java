package gatehouse.mapping;

import static gatehouse.mapping.Answers.profile;
import static gatehouse.mapping.Answers.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.Seeds;
import gatehouse.web.Problems;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingTest {

    @Test
    @DisplayName("Seed 003, example 1: simple field extraction")
    void the_first_example_of_seed_003_works() {
        Mapping mapping = Mapping.parseJson(Seeds.SIMPLE_RULES);
        ExternalProfile john = profile(mapping, Seeds.SIMPLE);
        assertEquals(new ExternalProfile("12345", Optional.of("john_doe"), Optional.of("john@example.com"), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), john);
        assertEquals(Optional.empty(), mapping.type().lacking(john));
    }

    @Test
    @DisplayName("Seed 003, example 2: nested object extraction; without id or sub the administrator picks the subject")
    void the_second_example_of_seed_003_works() {
        String rules = "{\"name\": \"$.user_info.display_name\", \"email\": \"$.user_info.contact.email\"%s}";
        assertEquals("provider.subject.missing", refusal(Mapping.parseJson(rules.formatted("")), Seeds.NESTED).key());
        Mapping picked = Mapping.parseJson(rules.formatted(", \"subject\": \"$.user_info.contact.email\""));
        assertTrue(picked.mutableSubject());
        ExternalProfile john = profile(picked, Seeds.NESTED);
        assertEquals("john@example.com", john.subject());
        assertEquals("John Doe", john.username().orElseThrow());
    }

    @Test
    @DisplayName("Seed 004: the sample answer works with no edited rule but the picked subject")
    void the_sample_answer_of_seed_004_works() {
        assertEquals(502, refusal(Mapping.usual(MappingType.CUSTOM), Seeds.PERSON).status());
        ExternalProfile admin = profile(Mapping.parse(MappingType.CUSTOM, Map.of("subject", "$.name")), Seeds.PERSON);
        assertEquals(new ExternalProfile("admin", Optional.of("admin"), Optional.of("admin@example.com"), false, Optional.of("Admin"),
                Optional.of("+1234567890"), Optional.of("https://casbin.org/img/casbin.svg"), Optional.empty()), admin);
        assertEquals(Optional.empty(), profile(Mapping.parse(MappingType.CUSTOM, Map.of("subject", "email")), Seeds.PERSON.replace("phone", "fax")).phone());
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
}

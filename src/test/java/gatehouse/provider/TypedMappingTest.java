package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import gatehouse.connection.Origin;
import gatehouse.mapping.Field;
import gatehouse.mapping.Mapping;
import gatehouse.mapping.MappingType;
import gatehouse.web.Problems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedMappingTest {

    private static String rule(Draft draft, Field field) {
        return draft.mapping().rules().containsKey(field) ? draft.mapping().rules().get(field).toString() : "";
    }

    @Test
    void the_fields_count_while_the_object_is_as_it_was_shown() {
        Draft draft = Filled.custom().with("ruleName", "$.data.login").with("ruleSubject", "/data/id").draft();
        assertEquals("$.data.login", rule(draft, Field.USERNAME));
        assertEquals("/data/id", rule(draft, Field.SUBJECT), "kept as typed");
    }

    @Test
    void a_browsers_line_ends_are_no_change() {
        Filled form = Filled.custom().with("ruleName", "$.login");
        assertEquals("$.login", rule(form.with("rules", form.form().text("rules").replace("\n", "\r\n")).draft(), Field.USERNAME));
    }

    @Test
    void a_changed_object_wins_over_the_fields() {
        Draft draft = Filled.custom().with("ruleName", "$.login").with("rules", "{\"name\":\"$.u\",\"email\":\"$.e\"}").draft();
        assertEquals("$.u", rule(draft, Field.USERNAME));
        assertEquals("", rule(draft, Field.NICKNAME), "what it does not name is not read");
        assertEquals("$.sub else $.id", rule(draft, Field.SUBJECT), "but for the subject");
    }

    @Test
    void a_changed_object_still_counts_as_changed_when_the_page_is_shown_again() {
        Map<String, Object> again = Filled.custom().with("name", "").with("rules", "{\"name\":\"$.u\",\"email\":\"$.e\"}").form().shown();
        assertFalse(again.get("rules").equals(again.get("rulesWas")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{\"name\":1}", "{\"user\":\"$.x\"}", "{\"name\":\"$.n\"}", "{\"name\":\"$..*\",\"email\":\"$.e\"}", ""})
    void what_is_no_rules_object_is_refused_at_the_object(String json) {
        assertEquals(Set.of("rules"), Filled.custom().with("rules", json).wrong().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$..*", "$..*..*..*", "$.a[?(@.b=~/(a*)*\\1b/)]", "$[-2147483648:2147483647]", "$.length()", "$['a','b']"})
    @DisplayName("U-11 a rule that is no plain path is refused at its own field, which it names")
    void a_bad_rule_is_refused_at_its_field(String rule) {
        Map<String, String> wrong = Filled.custom().with("ruleEmail", rule).with("rulePhone", rule).wrong();
        assertEquals(Set.of("ruleEmail", "rulePhone"), wrong.keySet());
        assertTrue(wrong.get("ruleEmail").startsWith("E-mail (email): At character "), wrong.toString());
    }

    @Test
    @DisplayName("U-11 rules of any length and depth are refused, never worked on")
    void monstrous_rules_are_refused() {
        for (String rule : Set.of("(".repeat(5000), "$[?(" + "!".repeat(20_000), "$." + "a".repeat(1_000_000), "$" + ".a".repeat(100)))
            assertEquals(Set.of("ruleName"), Filled.custom().with("ruleName", rule).wrong().keySet());
        assertEquals(Set.of("rules"), Filled.custom().with("rules", "[".repeat(9_000)).wrong().keySet());
        assertEquals(Set.of("rules"), Filled.custom().with("rules", "x".repeat(1_000_000)).wrong().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$.data.name", "$['a.b']", "$.list[0].x", "/data/name", "name"})
    @DisplayName("U-11 a plain path in any of the three notations is taken")
    void plain_paths_are_taken(String rule) {
        assertEquals(rule, rule(Filled.custom().with("ruleName", rule).draft(), Field.USERNAME));
    }

    @Test
    void a_type_that_stays_keeps_the_rules_it_was_saved_with() {
        Draft github = Filled.custom().with("mappingType", "GITHUB").with("ruleName", "$.ignored").draft();
        assertEquals("$.login", rule(github, Field.USERNAME));
        Mapping older = Mapping.parseJson(MappingType.GITHUB, "{\"subject\":\"$.node_id\",\"name\":\"$.login\"}");
        Draft saved = new Draft(github.name(), github.destination(), github.scope(), github.pkce(), github.redirectStyle(), github.redirectUrl(), older,
                github.registration(), github.domains(), github.roles(), github.network(), Origin.NONE);
        assertEquals("$.node_id", rule(Filled.of(saved, 1).draft(new Problems(), saved).orElseThrow(), Field.SUBJECT));
    }
}

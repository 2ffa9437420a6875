package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;

import gatehouse.mapping.Field;
import gatehouse.mapping.Rule;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubjectRuleTest {

    private final Workshop workshop;

    SubjectRuleTest(@TempDir Path data) {
        workshop = new Workshop(data);
    }

    private String subject(String slug) {
        return workshop.saved(slug).mapping().rules().get(Field.SUBJECT).toString();
    }

    private String signIn(String slug, String rule) {
        long id = workshop.saved(slug).id();
        return workshop.ledgers.in(() -> workshop.providers.recognising(id, Rule.of(rule), () -> "in"));
    }

    @Test
    @DisplayName("Decision 3: saved with a sample: the one rule that answers it is the rule that is saved")
    void a_sample_fixes_the_rule() {
        workshop.add(Filled.custom().with("sample", "{\"id\":583231,\"name\":\"octo\"}"));
        assertEquals("$.id", subject("acme"));
        workshop.add(Filled.custom().with("name", "Both").with("sample", "{\"sub\":\"a\",\"id\":583231}"));
        assertEquals("$.sub", subject("both"));
        workshop.add(Filled.custom().with("name", "Lark").with("mappingType", "LARK").with("sample", "{\"data\":{\"open_id\":\"ou_1\"}}"));
        assertEquals("$.data.open_id", subject("lark"));
    }

    @Test
    @DisplayName("Decision 3: a sample that tells nobody, or is none, leaves the rule to the first sign-in")
    void a_sample_without_a_subject_fixes_nothing() {
        for (String sample : new String[] {"{\"name\":\"x\"}", "{\"id\":0}", "{\"sub\":{}}", "no json", " ", "[]"}) {
            assertEquals("$.sub else $.id", Filled.custom().with("sample", sample).draft().mapping().rules().get(Field.SUBJECT).toString(), sample);
        }
        assertEquals("$.name", Filled.custom().with("ruleSubject", "$.name").with("sample", "{\"sub\":\"a\"}").draft().mapping().rules().get(Field.SUBJECT).toString());
    }

    @Test
    @DisplayName("Decision 3: from the first sign-in on one rule alone tells who somebody is; an answer that only the other rule reads is refused")
    void the_first_sign_in_fixes_the_rule() {
        Provider acme = workshop.add(Filled.custom());
        assertEquals("in", signIn("acme", "$.id"));
        assertEquals("$.id", subject("acme"));
        assertEquals(acme.configuration(), workshop.saved("acme").configuration(), "trips under way go on");
        assertEquals("in", signIn("acme", "$.id"));
        Refusal refused = assertThrows(Refusal.class, () -> signIn("acme", "$.sub"));
        assertEquals("502 refused.incomplete", refused.status() + " " + refused.key());
        assertEquals("$.id", subject("acme"));
    }

    @Test
    @DisplayName("Decision 3: a sign-in that is refused fixes nothing")
    void a_refused_sign_in_fixes_nothing() {
        long id = workshop.add(Filled.custom()).id();
        assertThrows(IllegalStateException.class, () -> workshop.ledgers.in(() -> workshop.providers.recognising(id, Rule.of("$.id"), () -> {
            throw new IllegalStateException();
        })));
        assertEquals("$.sub else $.id", subject("acme"));
    }
}

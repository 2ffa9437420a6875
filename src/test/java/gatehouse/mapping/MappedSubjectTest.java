package gatehouse.mapping;

import static gatehouse.mapping.Answers.profile;
import static gatehouse.mapping.Answers.refusal;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappedSubjectTest {

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
}

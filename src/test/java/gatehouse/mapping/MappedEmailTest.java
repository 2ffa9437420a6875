package gatehouse.mapping;

import static gatehouse.mapping.Answers.profile;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappedEmailTest {

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
}

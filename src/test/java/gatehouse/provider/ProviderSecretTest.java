package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderSecretTest {

    private static final Draft SAVED = Filled.custom().draft();

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "********", "••••••", "●●●", "***"})
    @DisplayName("A-09 an empty field and the text of a mask keep the secret, and are never stored")
    void a_mask_is_nothing_typed(String typed) {
        Filled same = Filled.of(SAVED, 3).with("clientSecret", typed);
        assertEquals(Map.of(), same.wrong(SAVED));
        assertEquals("", same.form().secret());
        assertEquals(Set.of("clientSecret"), Filled.custom().with("clientSecret", typed).wrong().keySet(), "a new provider needs one");
    }

    @ParameterizedTest
    @CsvSource({"clientId, other, Client ID", "authorizeUrl, https://other.example/, Authorize URL", "tokenUrl, https://other.example/, Token URL",
            "userInfoUrl, https://other.example/, User Info URL", "authentication, BODY, Client authentication"})
    @DisplayName("A-09 whoever leads the secret elsewhere must type it, and is told why")
    void another_destination_asks_for_the_secret(String field, String value, String label) {
        assertEquals(Map.of("clientSecret", "Type the Client Secret again: it was given for another “" + label + "”."),
                Filled.of(SAVED, 3).with(field, value).wrong(SAVED));
        assertEquals(Map.of(), Filled.of(SAVED, 3).with(field, value).with("clientSecret", "known").wrong(SAVED));
    }

    @Test
    @DisplayName("A-09 another issuer or type asks for the secret, too")
    void another_issuer_asks_for_the_secret() {
        Draft oidc = Filled.oidc().draft();
        assertEquals(Set.of("clientSecret"), Filled.of(oidc, 3).with("issuer", "https://other.example").wrong(oidc).keySet());
        assertEquals(Set.of("clientSecret"), Filled.of(SAVED, 3).with("protocol", "OIDC").with("issuer", "https://acme.example").wrong(SAVED).keySet());
    }

    @ParameterizedTest
    @CsvSource({"name, Other", "scope, other", "redirectStyle, ALIST", "redirectUrl, https://other.example/callback", "registration, NOBODY", "mappingType, GITHUB"})
    void other_changes_do_not(String field, String value) {
        assertEquals(Map.of(), Filled.of(SAVED, 3).with(field, value).wrong(SAVED));
    }

    @Test
    @DisplayName("A-07 the page gets every typed value but the secret")
    void the_secret_is_never_shown() {
        Map<String, Object> shown = Filled.custom().with("name", "").with("tokenUrl", "wrong").form().shown();
        assertFalse(shown.toString().contains("typed-secret"));
        assertEquals("wrong", shown.get("tokenUrl"));
        assertFalse(ProviderForm.of(SAVED, 3).shown().containsKey("clientSecret"));
    }

    @Test
    void a_secret_is_bounded_and_loses_the_blanks_around_it() {
        assertEquals(Set.of("clientSecret"), Filled.custom().with("clientSecret", "a".repeat(4097)).wrong().keySet());
        assertEquals("a b*", Filled.custom().with("clientSecret", " a b* ").form().secret());
    }
}

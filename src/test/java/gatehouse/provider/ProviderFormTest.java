package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import gatehouse.connection.Endpoints;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderFormTest {

    @Test
    void a_form_with_nothing_wrong_becomes_a_draft() {
        assertEquals(Map.of(), Filled.custom().wrong());
        assertEquals("Acme", Filled.custom().draft().name());
        assertEquals(Endpoints.NONE, Filled.oidc().draft().destination().endpoints(), "OIDC finds its addresses");
        assertEquals("", Filled.custom().with("issuer", "https://left.over").draft().destination().issuer());
    }

    @ParameterizedTest
    @CsvSource({"name, Name", "clientId, Client ID", "clientSecret, Client Secret", "authorizeUrl, Authorize URL", "tokenUrl, Token URL",
            "userInfoUrl, User Info URL", "redirectUrl, Redirect URL"})
    void what_is_required_and_empty_is_named(String field, String label) {
        assertEquals(Map.of(field, "Fill in " + label + ": it is required."), Filled.custom().with(field, "").wrong());
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertEquals(Set.of("name", "tokenUrl", "roles", "domains"),
                Filled.custom().with("name", "").with("tokenUrl", "x").with("registration", "DOMAINS").without("roles").wrong().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "jar:http://h!/x", "ftp://h/", "http://u:p@h/", "https://u@h/", "https://h#f", " https://h",
            "https://h ", "https://h/a b", "/relative", "//h/x", "https:///path", "https://", "https://h:0/", "https://h:70000/", "https://h/ü", "h.example"})
    @DisplayName("A-11 an address that is not a plain one of http or https is refused at its field")
    void a_bad_address_is_refused(String typed) {
        for (String field : Set.of("authorizeUrl", "tokenUrl", "userInfoUrl", "redirectUrl"))
            assertEquals(Set.of(field), Filled.custom().with(field, typed).wrong().keySet(), field);
        assertEquals(Set.of("issuer"), Filled.oidc().with("issuer", typed).wrong().keySet());
    }

    @Test
    @DisplayName("A-11 an address names its field and the mend, and has at most 2,048 characters")
    void an_address_says_how_to_mend_it() {
        assertEquals("Token URL must start with http:// or https://.", Filled.custom().with("tokenUrl", "acme.example/token").wrong().get("tokenUrl"));
        assertEquals(Set.of("tokenUrl"), Filled.custom().with("tokenUrl", "https://h/" + "a".repeat(2039)).wrong().keySet());
        assertEquals(Map.of(), Filled.custom().with("tokenUrl", "HTTP://h:8080/" + "a".repeat(2000) + "?a=b").wrong());
        assertEquals(Set.of("issuer"), Filled.oidc().with("issuer", "https://h/?a=b").wrong().keySet());
    }

    @Test
    void a_deadline_is_1_to_60_seconds() {
        for (String typed : Set.of("0", "61", "-1", "1e1", "15s", "999")) {
            assertEquals(Map.of("deadline", "Enter a number of seconds from 1 to 60."), Filled.custom().with("deadline", typed).wrong(), typed);
        }
        assertEquals(60, Filled.custom().with("deadline", "60").draft().network().deadline());
        assertEquals(15, Filled.custom().without("deadline").draft().network().deadline());
    }

    @Test
    @DisplayName("F-01 an address that the operator forbids is refused at its field")
    void a_forbidden_address_is_refused() {
        Map<String, String> wrong = Filled.custom().with("tokenUrl", "http://169.254.169.254/latest").forbidding("169.254.169.254").wrong();
        assertEquals(Set.of("tokenUrl"), wrong.keySet());
        assertTrue(wrong.get("tokenUrl").startsWith("Token URL: 169.254.169.254"), wrong.toString());
        assertEquals(Set.of("issuer"), Filled.oidc().forbidding("acme.example").wrong().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state=x", "redirect_uri=https%3A%2F%2Fevil", "response_type=token", "a=b&nonce=1", "client%5Fid=x", "code_challenge=y", "scope"})
    @DisplayName("C-21 what we add to the authorize address may not stand there already")
    void reserved_parameters_are_refused(String query) {
        Map<String, String> wrong = Filled.custom().with("authorizeUrl", "https://acme.example/authorize?" + query).wrong();
        assertEquals(Set.of("authorizeUrl"), wrong.keySet());
        assertEquals(Map.of(), Filled.custom().with("authorizeUrl", "https://acme.example/authorize?tenant=7").wrong());
    }

    @ParameterizedTest
    @CsvSource({"provider.discovery.issuer, issuer", "provider.discovery.weaker, issuer", "provider.discovery.unreachable, issuer",
            "provider.discovery.authentication, authentication", "provider.discovery.pkce, pkce"})
    @DisplayName("I-23 a discovery that fails or names another issuer is a problem of the form")
    void discovery_is_tried(String key, String field) {
        assertEquals(Set.of(field), Filled.oidc().discovering(key).wrong().keySet());
        assertEquals(Map.of(), Filled.custom().discovering(key).wrong(), "a custom provider has none");
    }

    @Test
    @DisplayName("I-23 what discovery does not decide can be edited while the provider is away")
    void discovery_is_asked_only_when_it_matters() {
        Draft saved = Filled.oidc().draft();
        assertEquals(Map.of(), Filled.of(saved, 1).with("name", "Another").discovering("provider.discovery.unreachable").wrong(saved));
        assertEquals(Set.of("issuer"), Filled.of(saved, 1).without("pkce").discovering("provider.discovery.unreachable").wrong(saved).keySet());
    }

    @Test
    void a_copied_discovery_address_gives_the_issuer() {
        assertEquals("https://acme.example/realm",
                Filled.oidc().with("issuer", "https://acme.example/realm/.well-known/openid-configuration").draft().destination().issuer());
    }

    @Test
    void texts_are_one_line_and_bounded() {
        assertEquals(Set.of("name"), Filled.custom().with("name", "a\u202eb").wrong().keySet());
        assertEquals(Set.of("name"), Filled.custom().with("name", "a\nb").wrong().keySet());
        assertEquals(Set.of("clientId"), Filled.custom().with("clientId", "a".repeat(513)).wrong().keySet());
        assertEquals(Set.of("scope"), Filled.custom().with("scope", "a".repeat(1025)).wrong().keySet());
        assertEquals("user,email", Filled.custom().with("scope", "user,email").draft().scope(), "kept as typed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"protocol", "authentication", "redirectStyle", "mappingType", "registration"})
    void a_choice_is_one_of_the_options(String field) {
        assertTrue(Filled.custom().with(field, "OTHER").wrong().containsKey(field));
        assertTrue(Filled.custom().without(field).wrong().containsKey(field));
    }

    @Test
    void roles_are_required_and_never_an_administrators() {
        assertEquals(Map.of("roles", "Choose at least one role."), Filled.custom().without("roles").wrong());
        assertEquals(Set.of("roles"), Filled.custom().with("roles", "2").wrong().keySet());
        assertEquals(Set.of("roles"), Filled.custom().with("roles", "x").wrong().keySet());
    }

    @Test
    void domains_count_only_where_they_are_asked_for() {
        assertEquals(Map.of(), Filled.custom().with("domains", "no domain!").wrong());
        assertEquals(Set.of("domains"), Filled.custom().with("domains", "no domain!").with("registration", "DOMAINS").wrong().keySet());
        assertTrue(Filled.custom().with("domains", "example.org").with("registration", "DOMAINS").draft().domains().admit("a@example.org", true));
    }
}

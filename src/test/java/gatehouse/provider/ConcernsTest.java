package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import gatehouse.SelfSigned;
import gatehouse.web.Messages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConcernsTest {

    private final Workshop workshop;

    ConcernsTest(@TempDir Path data) {
        workshop = new Workshop(data);
    }

    private Map<String, String> about(Filled form, String base) {
        return said(workshop.add(form), base);
    }

    private Map<String, String> said(Provider provider, String base) {
        return workshop.ledgers.in(() -> workshop.ledgers.bean(Concerns.class).of(provider, base, Messages.in(Locale.ENGLISH)));
    }

    private Map<String, String> about(Filled form) {
        return about(form, Filled.BASE);
    }

    private static Filled microsoft() {
        return Filled.custom().with("authorizeUrl", "https://login.microsoftonline.com/common/oauth2/v2.0/authorize");
    }

    @Test
    void there_is_nothing_to_say_of_a_good_provider() {
        assertEquals(Map.of(), about(Filled.custom()));
        assertEquals(Map.of(), about(Filled.oidc().with("name", "Other").with("clientId", "other")));
    }

    @Test
    @DisplayName("U-17 a name or an e-mail address as the subject is warned of")
    void a_mutable_subject_is_warned_of() {
        assertTrue(about(Filled.custom().with("ruleSubject", "$.email")).get("subject").contains("$.email"));
    }

    @Test
    void an_exposed_address_and_a_redirect_that_leads_elsewhere_are_warned_of() {
        Map<String, String> said = about(Filled.custom().with("tokenUrl", "http://acme.example/token").with("redirectStyle", "FIXED").with("redirectUrl", "https://else.example/x"));
        assertEquals(Set.of("redirect", "address"), said.keySet());
        assertTrue(said.get("address").contains("acme.example"), said.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"organization", "application"})
    @DisplayName("A10 Casdoor's own organization and application are warned of")
    void casdoors_own_are_warned_of(String field) {
        for (String name : Set.of("built-in", "app-built-in")) {
            assertTrue(about(Filled.oidc().with(field, name).with("clientId", name + field)).get("casdoor").startsWith("“" + name + "”"), name);
        }
        assertEquals(Map.of(), about(Filled.oidc().with(field, "acme").with("clientId", "fine")));
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:5244, true", "http://id.example.com, true", "http://[::1]:5244, true", "http://localhost:5244, false", "https://id.example.com, false",
            "https://127.0.0.1, false"})
    @DisplayName("A8 Microsoft takes https or http://localhost and nothing else")
    void microsoft_takes_https_or_localhost(String base, boolean warned) {
        assertEquals(warned, about(microsoft(), base).containsKey("local"));
        assertEquals(Map.of(), about(Filled.custom().with("clientId", "other"), base), "others take any");
    }

    @Test
    @DisplayName("A8 Microsoft's redirect URL counts when it is fixed")
    void microsofts_fixed_address_counts() {
        Filled fixed = microsoft().with("redirectStyle", "FIXED").with("redirectUrl", "http://127.0.0.1/callback");
        assertTrue(about(fixed).get("local").contains("http://127.0.0.1"));
    }

    @Test
    void a_client_id_at_two_providers_is_warned_of_at_both() {
        Provider acme = workshop.add(Filled.custom());
        assertEquals(Map.of(), said(acme, Filled.BASE));
        assertTrue(about(Filled.custom().with("name", "Second")).get("client").contains("“Acme”"));
        assertTrue(said(acme, Filled.BASE).get("client").contains("“Second”"));
    }

    @ParameterizedTest
    @CsvSource({"2026-04-01, ''", "2026-03-31, The client secret expires in 30 days.", "2026-03-02, The client secret expires tomorrow.",
            "2026-03-01, The client secret expires today.", "2026-02-28, 'The client secret expired yesterday, so sign-ins fail.'",
            "2026-01-01, 'The client secret expired 59 days ago, so sign-ins fail.'"})
    void a_secret_is_warned_of_30_days_before_its_end_and_after(String end, String sentence) {
        String said = about(Filled.custom().with("secretExpires", end)).getOrDefault("secret", "");
        assertTrue(sentence.isEmpty() ? said.isEmpty() : said.startsWith(sentence), said);
        SecretLife life = SecretLife.of(workshop.saved("acme"), LocalDate.now(workshop.ledgers.clock));
        assertEquals(sentence.isEmpty(), life.fine());
    }

    @Test
    void a_secret_that_is_missing_is_warned_of() {
        workshop.add(Filled.custom());
        workshop.ledgers.run("update provider set client_secret = ''");
        assertTrue(said(workshop.saved("acme"), Filled.BASE).get("secret").startsWith("There is no client secret"));
        Map<String, Object> row = ProviderView.row(workshop.saved("acme"), 0, SecretLife.of(workshop.saved("acme"), null), Messages.in(Locale.ENGLISH));
        assertEquals("off – no client secret", row.get("secret"));
        assertEquals("Custom", row.get("reads"));
    }

    @Test
    @DisplayName("A10 an expired certificate is warned of")
    void an_expired_certificate_is_warned_of() {
        String past = SelfSigned.certificate(SelfSigned.ec(256), workshop.ledgers.clock.instant().minus(Duration.ofDays(1)));
        assertTrue(about(Filled.oidc().with("certificate", past)).get("certificate").startsWith("The certificate expired on 2026-02-28."));
        String future = SelfSigned.certificate(SelfSigned.ec(256), workshop.ledgers.clock.instant().plus(Duration.ofDays(1)));
        assertEquals(Map.of(), about(Filled.oidc().with("certificate", future).with("clientId", "other")));
    }

    @Test
    void a_scope_that_the_mapping_needs_is_named() {
        Filled staff = Filled.oidc().with("registration", "DOMAINS").with("domains", "example.org");
        assertTrue(about(staff.with("scope", "openid profile")).get("scope").contains("lacks email"));
        assertTrue(about(Filled.oidc().with("scope", "openid email").with("clientId", "b")).get("scope").contains("lacks profile"));
        assertEquals(Map.of(), about(Filled.oidc().with("scope", "profile email").with("clientId", "c")), "openid is added with every sign-in");
        assertTrue(about(Filled.custom().with("mappingType", "OIDC").with("scope", "profile").with("clientId", "d")).get("scope").contains("lacks openid"));
        assertTrue(about(github("read:user").with("clientId", "e")).get("scope").contains("lacks user:email"));
        assertEquals(Map.of(), about(github("read:user,user:email").with("clientId", "f")));
    }

    private static Filled github(String scope) {
        return Filled.custom().with("mappingType", "GITHUB").with("registration", "DOMAINS").with("domains", "example.org").with("scope", scope);
    }
}

package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;

import gatehouse.egress.Certificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNetworkTest {

    private static Draft saved(String certificates, String proxy) {
        return Filled.custom().with("caCertificate", certificates).with("outgoingProxy", proxy).draft();
    }

    private static Map<String, String> wrong(Draft saved, String field, String value) {
        return Filled.of(saved, 1).with(field, value).wrong(saved);
    }

    @ParameterizedTest
    @CsvSource({"proxy.example:3128, http://proxy.example:3128", "http://proxy.example:3128/, http://proxy.example:3128", "HTTP://10.0.0.1:8080, http://10.0.0.1:8080",
            "[fd00::1]:3128, http://[fd00::1]:3128", "direct, direct", "DIRECT, direct", "'', ''"})
    void a_proxy_is_host_and_port(String typed, String kept) {
        assertEquals(kept, Filled.custom().with("outgoingProxy", typed).draft().network().route().proxy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy", "proxy.example", "https://proxy.example:3128", "socks5://proxy.example:1080", "http://user:pass@proxy.example:3128",
            "proxy.example:0", "proxy.example:65536", "proxy.example:3128/path", "proxy.example:3128?x", "pro xy:1", "http://:3128", "javascript:alert(1)"})
    void anything_else_is_no_proxy(String typed) {
        Map<String, String> wrong = Filled.custom().with("outgoingProxy", typed).wrong();
        assertEquals(Set.of("outgoingProxy"), wrong.keySet());
        assertTrue(wrong.get("outgoingProxy").startsWith("Outgoing proxy: type host:port"), wrong.toString());
    }

    @Test
    @DisplayName("F-01 a proxy at an address that is not allowed is refused by its text")
    void a_forbidden_proxy_is_refused() {
        assertEquals(Set.of("outgoingProxy"), Filled.custom().with("outgoingProxy", "169.254.169.254:80").forbidding("169.254.169.254").wrong().keySet());
    }

    @Test
    void certificates_are_kept_as_they_are_and_what_is_wrong_names_the_field() throws Exception {
        Certificates acme = Certificates.good();
        assertEquals(acme.authority(), saved("x\r\n" + acme.authority().replace("\n", "\r\n"), "").network().route().authorities());
        assertEquals("", saved("  ", "").network().route().authorities());
        Map<String, String> wrong = Filled.custom().with("caCertificate", acme.leaf()).wrong();
        assertEquals(Map.of("caCertificate", "CA certificate: “CN=server” is the certificate of a server, not of an authority. "
                + "Paste the certificate of “CN=authority”, who signed it."), wrong);
        assertEquals(Set.of("caCertificate"), Filled.custom().with("caCertificate", "x".repeat(70_000)).wrong().keySet());
    }

    @Test
    void a_private_key_is_not_shown_again() {
        Filled form = Filled.custom().with("caCertificate", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----");
        assertEquals("", form.form().shown().get("caCertificate"));
        assertTrue(form.wrong().get("caCertificate").contains("private key"));
        Filled signing = Filled.custom().with("certificate", "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----");
        assertEquals("", signing.form().shown().get("certificate"));
        assertTrue(signing.wrong().get("certificate").contains("private key"));
    }

    @Test
    @DisplayName("Whoever leads a saved secret by another proxy, or has another authority believed, types it again; whoever takes one away need not")
    void a_secret_is_not_led_another_way() throws Exception {
        String one = Certificates.good().authority();
        String two = Certificates.good().authority();
        Draft saved = saved(one, "proxy.example:3128");
        for (List<String> more : List.of(List.of("caCertificate", two), List.of("caCertificate", one + two), List.of("outgoingProxy", "other.example:3128"))) {
            assertEquals(Set.of("clientSecret"), wrong(saved, more.get(0), more.get(1)).keySet(), more.get(0));
            assertEquals(Set.of(), Filled.of(saved, 1).with(more.get(0), more.get(1)).with("clientSecret", "again").wrong(saved).keySet());
        }
        for (List<String> less : List.of(List.of("caCertificate", ""), List.of("outgoingProxy", ""), List.of("outgoingProxy", "direct"), List.of("deadline", "9"))) {
            assertEquals(Set.of(), wrong(saved, less.get(0), less.get(1)).keySet(), less.get(0));
        }
        assertEquals(Set.of(), wrong(saved(one + two, ""), "caCertificate", two).keySet());
    }

    @Test
    void a_new_way_asks_the_issuer_again_before_it_is_saved() {
        Draft oidc = Filled.oidc().draft();
        assertFalse(Filled.of(oidc, 1).with("deadline", "9").discovering("provider.discovery.unreachable").wrong(oidc).containsKey("issuer"));
        assertEquals(Set.of("issuer"), Filled.of(oidc, 1).with("outgoingProxy", "direct").discovering("provider.discovery.proxy").wrong(oidc).keySet());
    }
}

package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.connection.Connection;
import gatehouse.connection.Route;
import gatehouse.egress.Certificates;
import gatehouse.egress.Egress;
import gatehouse.egress.FakeProvider;
import gatehouse.egress.TestProxy;
import gatehouse.web.Refusal;

class ScoutTest {

    private final Scout scout = new Scout();
    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws IOException {
        lab = new Lab();
        scout.exchange = lab.exchange;
        scout.egress = lab.egress;
    }

    private void refused(String key) {
        Refusal refused = assertThrows(Refusal.class, () -> scout.discover(lab.connection));
        assertEquals("422 provider.discovery." + key, refused.status() + " " + refused.key());
    }

    @Test
    @DisplayName("I-23 a discovery that fails is refused with the mend, also while an older copy is fresh")
    void a_failing_discovery_is_refused() {
        lab.arrive();
        assertDoesNotThrow(() -> scout.discover(lab.connection));
        lab.publish(lab.metadata("").replace("\"issuer\":\"", "\"issuer\":\"https://other.example/"));
        refused("issuer");
        lab.publish(lab.metadata("").replaceFirst("\"jwks_uri\":\"[^\"]*\"", "\"jwks_uri\":\"file:///etc/passwd\""));
        refused("weaker");
        lab.publish("[]");
        refused("missing");
        lab.publish("{\"issuer\":\"" + lab.connection.issuer() + "\"}");
        refused("incomplete");
        assertDoesNotThrow(lab::arrive, "the last good copy is kept");
    }

    @Test
    void what_the_provider_does_not_do_is_said() {
        lab.publish(lab.metadata(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]"));
        refused("authentication");
        lab.publish(lab.metadata(",\"code_challenge_methods_supported\":[\"plain\"]"));
        refused("pkce");
        lab.provider.close();
        refused("unreachable");
    }

    @Test
    @DisplayName("C-17 a certificate that nobody here vouches for is said so, and a proxy that wants a password")
    void what_is_on_the_way_is_said() throws Exception {
        Certificates acme = Certificates.good();
        try (FakeProvider provider = FakeProvider.withTls(acme.server()); TestProxy proxy = TestProxy.refusing("407 Proxy Authentication Required")) {
            provider.on("/.well-known/openid-configuration", lab.metadata("").replace(lab.connection.issuer(), provider.url("")));
            assertEquals("provider.discovery.certificate", unfound(provider, Route.USUAL));
            assertEquals("provider.discovery.proxy", unfound(provider, new Route(acme.authority(), proxy.address())));
            assertDoesNotThrow(() -> scout.discover(along(provider, new Route(acme.authority(), ""))));
        }
    }

    private String unfound(FakeProvider provider, Route route) {
        return assertThrows(Refusal.class, () -> scout.discover(along(provider, route))).key();
    }

    private static Connection along(FakeProvider provider, Route route) {
        return Connections.along(Connections.oidc(provider.url("")), route);
    }

    @ParameterizedTest
    @DisplayName("F-01 in mode public, addresses inside the house are refused by their text")
    @ValueSource(strings = {"127.0.0.1", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "169.254.169.254", "10.1.2.3", "100.64.0.1", "[fd00::1]",
            "[64:ff9b::7f00:1]", "localhost."})
    void addresses_of_the_house_are_refused(String host) {
        scout.egress = new Egress("public", "", "", "");
        assertEquals(422, scout.refuses(URI.create("https://" + host + "/token")).orElseThrow().status());
    }

    @ParameterizedTest
    @CsvSource({"http://idp.example.org/, true", "http://8.8.8.8/, true", "https://idp.example.org/, false", "http://localhost:8080/, false", "http://keycloak:8080/, false",
            "http://192.168.1.2/, false", "http://nas.lan/, false"})
    void plain_http_to_a_public_host_is_exposed(String address, boolean exposed) {
        assertEquals(exposed, scout.exposed(URI.create(address)));
    }

    private String unfetched(String path, int longest) {
        Refusal refused = assertThrows(Refusal.class, () -> scout.fetch(URI.create(lab.provider.url(path)), longest));
        return refused.status() + " " + refused.key();
    }

    @Test
    @DisplayName("F-06 an icon is fetched once, bounded, past no redirect and to no refused address")
    void an_icon_is_fetched_once() {
        lab.provider.on("/icon.svg", 200, "image/svg+xml", "<svg/>").on("/gone", 404, "text/plain", "no").on("/on", exchange -> {
            exchange.getResponseHeaders().set("Location", "/icon.svg");
            exchange.sendResponseHeaders(302, -1);
        });
        assertEquals("<svg/>", new String(scout.fetch(URI.create(lab.provider.url("/icon.svg")), 6)));
        assertEquals("413 provider.icon.too-large", unfetched("/icon.svg", 5));
        assertEquals("422 provider.fetch.missing", unfetched("/gone", 9));
        assertEquals("422 provider.fetch.redirect", unfetched("/on", 9));
        assertEquals(2, lab.provider.seen("/icon.svg").size());
        assertEquals("422", Integer.toString(assertThrows(Refusal.class, () -> scout.fetch(URI.create("http://169.254.169.254/i"), 9)).status()));
        lab.provider.close();
        assertEquals("422 provider.fetch.unreachable", unfetched("/icon.svg", 9));
    }
}

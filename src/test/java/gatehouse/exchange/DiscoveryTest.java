package gatehouse.exchange;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.Connection;
import gatehouse.egress.Deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DiscoveryTest {

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    @Test
    void metadata_is_asked_for_once_in_ten_minutes() {
        depart();
        depart();
        lab.arrive();
        assertEquals(1, lab.provider.seen(DOCUMENT).size());
        lab.clock.pass(Duration.ofMinutes(11));
        depart();
        assertEquals(2, lab.provider.seen(DOCUMENT).size());
    }

    @Test
    void many_at_once_ask_once() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        Callable<String> one = this::depart;
        for (Future<String> done : people.invokeAll(Stream.generate(() -> one).limit(16).toList())) {
            assertTrue(done.get().startsWith(lab.provider.url("/authorize")));
        }
        people.shutdownNow();
        assertEquals(1, lab.provider.seen(DOCUMENT).size());
    }

    @ParameterizedTest
    @DisplayName("I-23 metadata of another issuer is refused, a slash or the case apart as well")
    @ValueSource(strings = {"https://other.example", "/", "?", ""})
    void the_issuer_is_compared_exactly(String difference) {
        String other = difference.startsWith("https") ? difference : difference.isEmpty() ? "" : lab.connection.issuer() + difference;
        lab.publish(lab.metadata("").replace("\"issuer\":\"" + lab.connection.issuer() + "\"", "\"issuer\":\"" + other + "\""));
        assertRefused("metadata: issuer");
    }

    @ParameterizedTest
    @DisplayName("I-23, F-03 metadata without an endpoint, or with one that is no web address, is refused")
    @ValueSource(strings = {"authorization_endpoint", "token_endpoint", "jwks_uri", "userinfo_endpoint"})
    void endpoints_are_web_addresses(String name) {
        for (String address : List.of("file:///etc/passwd", "/relative", "http://169.254.169.254/x", "ftp://x/", "http://a@127.0.0.1/",
            "http://127.0.0.1/#x")) {
            lab.publish(lab.metadata("").replaceFirst("\"" + name + "\":\"[^\"]*\"", "\"" + name + "\":\"" + address + "\""));
            assertRefused("metadata: weaker address");
        }
    }

    @Test
    @DisplayName("I-23 metadata that is no object, no JSON, too large, redirected or an error page is refused")
    void nonsense_is_refused() {
        lab.publish("[]");
        assertRefused("metadata: json");
        lab.provider.on(DOCUMENT, 200, "text/html", "<html>");
        assertRefused("metadata: json");
        lab.provider.on(DOCUMENT, 404, "application/json", lab.metadata(""));
        assertRefused("metadata: status");
        lab.publish(lab.metadata(",\"more\":[\"" + "x".repeat(300_000) + "\"]"));
        assertRefused("size");
        lab.publish(lab.metadata("").replace("\"jwks_uri\"", "\"jwks\""));
        assertRefused("metadata: jwks uri");
        lab.publish(lab.metadata("").replaceFirst("\\[.*]", "[\"HS256\",\"none\"]"));
        assertRefused("metadata: algorithms");
    }

    @Test
    @DisplayName("I-23, F-03 when a refresh brings nonsense, the last good metadata is kept, and it is not asked for at every sign-in")
    void the_last_good_metadata_is_kept() {
        depart();
        lab.publish(lab.metadata("").replaceFirst("\"jwks_uri\":\"[^\"]*\"", "\"jwks_uri\":\"file:///etc/passwd\""));
        lab.clock.pass(Duration.ofMinutes(11));
        assertEquals("person-1", sub());
        assertEquals("person-1", sub());
        assertEquals(2, lab.provider.seen(DOCUMENT).size());
        lab.provider.on(DOCUMENT, 500, "text/html", "");
        lab.clock.pass(Duration.ofMinutes(11));
        assertEquals("person-1", sub());
        lab.clock.pass(Duration.ofHours(24));
        assertRefused("metadata: status");
    }

    @Test
    void what_the_provider_does_not_do_is_said_before_anyone_is_sent_away() {
        lab.publish(lab.metadata(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"]"));
        assertRefused("metadata: client authentication");
        Connection body = Connections.naming(lab.connection, "client", "secret", ClientAuthentication.BODY);
        lab.exchange.departure(body, Lab.DEPARTURE);
        lab.clock.pass(Duration.ofMinutes(11));
        lab.publish(lab.metadata(",\"code_challenge_methods_supported\":[\"plain\"]"));
        assertRefused("metadata: code challenge");
        lab.exchange.departure(Connections.with(lab.connection, "", false), Lab.DEPARTURE);
    }

    @Test
    void at_most_two_hundred_issuers_are_remembered() {
        Shelf<String> shelf = new Shelf<>(lab.clock, Duration.ofMinutes(10), Duration.ofHours(1));
        for (int i = 0; i < 500; i++) {
            shelf.at("https://" + i + ".example").get(left -> "x", Deadline.in(Duration.ofSeconds(1)));
        }
        assertEquals(200, shelf.size());
    }

    private String sub() {
        lab.token(lab.claims());
        return lab.arrive().profile().path("sub").textValue();
    }

    private String depart() {
        return lab.exchange.departure(lab.connection, Lab.DEPARTURE).toString();
    }

    private void assertRefused(String detail) {
        assertEquals("PROTOCOL (" + detail + ")", assertThrows(ExchangeFailed.class, this::depart).getMessage());
    }
}

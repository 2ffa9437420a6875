package gatehouse.egress;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import gatehouse.connection.Route;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class OutgoingTest {

    private static final int CAP = 64 * 1024;
    @AutoClose
    private static Ways ways;
    private static Outgoing outgoing;

    @BeforeAll
    static void open() {
        ways = new Ways(new Egress("private", "", "", ""));
        outgoing = ways.along(Route.USUAL);
    }

    @ParameterizedTest
    @DisplayName("C-04, F-04 no redirect is followed, whatever its status")
    @ValueSource(ints = {300, 301, 302, 303, 304, 307, 308})
    void a_redirect_is_not_followed(int status) throws Exception {
        try (FakeProvider elsewhere = new FakeProvider().on("/token", "{\"access_token\":\"stolen\",\"token_type\":\"Bearer\"}");
             FakeProvider provider = new FakeProvider()) {
            provider.on("/token", exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url("/token"));
                exchange.sendResponseHeaders(status, -1);
            });
            assertEquals("PROTOCOL (redirect)", post(provider.url("/token"), Duration.ofSeconds(5)).getMessage());
            assertEquals("PROTOCOL (redirect)", get(provider.url("/token"), Duration.ofSeconds(5)).getMessage());
            assertEquals(0, elsewhere.seen().size());
            assertEquals(2, provider.seen().size());
        }
    }

    @Test
    @DisplayName("C-18 an error page of 2 MB that echoes the request is neither read nor repeated")
    void a_large_error_page_is_cut_off() throws Exception {
        String page = "<html>" + "canary".repeat(350_000);
        try (FakeProvider provider = new FakeProvider().on("/token", 500, "text/html", page)) {
            NoAnswer failed = post(provider.url("/token"), Duration.ofSeconds(5));
            assertEquals("PROTOCOL (size)", failed.getMessage());
            assertFalse(failed.toString().contains("canary"));
        }
    }

    @Test
    void a_body_may_be_as_long_as_the_cap_and_not_a_byte_longer() throws Exception {
        try (FakeProvider provider = new FakeProvider().on("/fits", "x".repeat(65_536)).on("/more", "x".repeat(65_537))) {
            URI fits = URI.create(provider.url("/fits"));
            assertEquals(65_536, outgoing.get(fits, Map.of(), CAP, Deadline.in(Duration.ofSeconds(5))).body().length);
            assertEquals("PROTOCOL (size)", get(provider.url("/more"), Duration.ofSeconds(5)).getMessage());
        }
    }

    @Test
    void a_compressed_answer_is_refused() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[1_000_000]);
        }
        try (FakeProvider provider = new FakeProvider()) {
            provider.on("/token", exchange -> {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                FakeProvider.answer(exchange, 200, "application/json", packed.toByteArray());
            });
            assertEquals("PROTOCOL (encoding)", post(provider.url("/token"), Duration.ofSeconds(5)).getMessage());
        }
    }

    @Test
    void a_challenge_without_a_scheme_is_an_ordinary_answer() throws Exception {
        try (FakeProvider provider = new FakeProvider().on("/user", 401, "application/json", "")) {
            URI uri = URI.create(provider.url("/user"));
            assertEquals(401, outgoing.get(uri, Map.of(), 100, Deadline.in(Duration.ofSeconds(5))).status());
        }
    }

    @Test
    void the_operators_proxy_is_used() throws Exception {
        try (FakeProvider proxy = new FakeProvider().on("/user", "{}");
             Ways through = new Ways(new Egress("public", "", proxy.url(""), ""))) {
            URI uri = URI.create("http://sso.invalid/user");
            assertEquals(200, through.along(Route.USUAL).get(uri, Map.of(), 100, Deadline.in(Duration.ofSeconds(5))).status());
        }
    }

    private static NoAnswer post(String url, Duration time) {
        byte[] body = "code=x".getBytes(StandardCharsets.US_ASCII);
        return assertThrows(NoAnswer.class,
                () -> outgoing.post(URI.create(url), Map.of(), body, CAP, Deadline.in(time)));
    }

    private static NoAnswer get(String url, Duration time) {
        return assertThrows(NoAnswer.class, () -> outgoing.get(URI.create(url), Map.of(), CAP, Deadline.in(time)));
    }
}

package gatehouse.it.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.House;
import gatehouse.it.InHouse;
import gatehouse.it.Needs;
import gatehouse.it.Login;
import gatehouse.it.Page;
import gatehouse.it.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** setup/container/nginx.conf in a real nginx before the house, but for the certificate, the ports and the name of the container. */
@InHouse
@Needs("nginx")
@DisabledOnOs(OS.MAC)
class ContainerIT {

    private static final String HOST = "127.0.0.7";
    private static final int OPEN = Proxy.freePort();
    private static final int CLOSED = Proxy.freePort();
    private static Proxy nginx;

    @BeforeAll
    static void open() throws IOException {
        String written = Files.readString(Path.of("setup/container/nginx.conf"));
        String here = written.replace("listen 80;", "listen " + HOST + ":" + OPEN + ";").replace("listen 443 ssl;", "listen " + HOST + ":" + CLOSED + ";")
                .replaceAll("(?m)^ *ssl_certificate.*$", "").replace("//gatehouse:5244;", "//127.0.0.1:" + House.port() + ";");
        nginx = Proxy.start(ProxyKind.NGINX, List.of(here), List.of(HOST), CLOSED);
    }

    @AfterAll
    static void close() throws InterruptedException, IOException {
        nginx.close();
    }

    @Test
    void the_administrator_comes_in_by_it() {
        Visitor visitor = new Visitor(URI.create("http://" + HOST + ":" + CLOSED));
        Page welcome = Login.with(visitor, "admin", House.adminPassword());
        assertEquals(303, welcome.status(), welcome::text);
        assertEquals(200, visitor.get("/profile").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/status/ready", "/status/metrics", "/status", "//status/ready", "/%73tatus/ready", "/login/../status/ready", "/status;x/ready", "/status/ready?x"})
    void what_operators_watch_is_not_shown_to_the_outside(String target) {
        assertEquals(404, send(CLOSED, target).status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/auth/verify", "/api/auth/verify?x", "//api/auth/verify", "/api/auth/%76erify", "/x/../api/auth/verify"})
    @DisplayName("P-08 nobody asks through it who may pass")
    void nobody_asks_the_question_through_it(String target) {
        assertEquals(404, send(CLOSED, target, "X-Original-Method: GET", "X-Original-URL: https://files.example.com/x").status());
    }

    @Test
    void a_client_cannot_say_under_which_address_it_came() {
        String lie = "X-Forwarded-Host: elsewhere.example";
        Raw.Answer answer = send(CLOSED, "/login", lie, "X-Forwarded-Proto: https", "Forwarded: host=elsewhere.example");
        assertEquals(200, answer.status());
        assertTrue(answer.body().contains("name=\"csrf\""), answer.body());
        assertTrue(!answer.body().contains("elsewhere") && answer.all("Set-Cookie").stream().noneMatch(cookie -> cookie.contains("Secure")), answer.toString());
    }

    @Test
    void plain_http_leads_to_https() {
        Raw.Answer answer = send(OPEN, "/login?x=1");
        assertEquals(308, answer.status());
        assertEquals("https://" + HOST + "/login?x=1", answer.header("Location").orElseThrow());
    }

    private static Raw.Answer send(int port, String target, String... lines) {
        return Raw.send("127.0.0.1", HOST, port, "GET", target, List.of(lines), "");
    }
}

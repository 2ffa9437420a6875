package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class WireIT {

    private static final String[] FORWARDED = {"Forwarded", "host=evil.test;proto=https", "X-Forwarded-Host", "evil.test", "X-Forwarded-Proto", "https", "X-Forwarded-Port", "8443",
        "X-Forwarded-Prefix", "/evil", "X-Original-URL", "/admin/sso", "X-Rewrite-URL", "/admin/sso", "X-Forwarded-For", "127.0.0.1"};

    @ParameterizedTest
    @ValueSource(strings = {"Host: a b", "Host: x:2$", "Host: good:80:90", "Host: e@good", "Host: ", "Host: good\r\nHost: good", "Host: good\r\nhost: evil.test", "X: y",
        "Host: good:99999", "Host: [::1", "Host: http://good", "Host: good/x", "Host: a\u00e9", "Host: ..", "Host: good,evil.test"})
    @DisplayName("P-01 a malformed Host is refused everywhere")
    void a_malformed_host_is_refused(String host) {
        for (String path : List.of("/login", "/status/ready", "/static/gatehouse.css", "/api/auth/sso_callback?state=x")) {
            String answer = House.here().wire().send("GET " + path + " HTTP/1.1\r\n" + host + "\r\nConnection: close\r\n\r\n");
            assertTrue(Wire.status(answer) == 400 || nothing(answer), path + "\n" + answer);
            assertFalse(answer.contains("{0}"), answer);
        }
    }

    /** Payara answers some of them before it asks us: 200, and nothing in it. */
    private static boolean nothing(String answer) {
        return answer.contains("Server: Payara") && answer.contains("Content-Length: 0\r\n") && !answer.contains("Set-Cookie");
    }

    static Stream<House> houses() {
        return Stream.of(House.here(), House.at("127.0.0.1"));
    }

    @ParameterizedTest
    @MethodSource("houses")
    @DisplayName("P-02 what a proxy says is not believed: no link, cookie or decision changes")
    void what_a_proxy_says_is_not_believed(House house) {
        Visitor visitor = house.visitor();
        Page start = visitor.get("/", FORWARDED);
        assertEquals(house.address() + "/login", start.location().toString().replaceAll("\\?.*", ""));
        Page login = visitor.get("/login", FORWARDED);
        assertEquals("Sign in", login.h1());
        assertFalse(login.text().contains("evil"), login.text());
        assertTrue(visitor.cookies().all().stream().noneMatch(cookie -> cookie.name().startsWith("__Host-") || cookie.attributes().containsKey("secure")));
        assertTrue(login.header("Strict-Transport-Security").isEmpty());
        Page in = visitor.submit(login.formTo("/login").with("username", "admin", "password", House.adminPassword()), FORWARDED);
        assertEquals(house.address() + "/", in.location().toString());
        assertEquals("admin", visitor.get("/profile", FORWARDED).formTo("/profile").value("username"));
    }

    @Test
    @DisplayName("P-02 a stranger's address is not believed to be loopback, and not repeated as a link")
    void another_host_is_no_place_for_trips() {
        Page login = House.here().visitor().get("/login", "Host", "evil.test");
        assertEquals(200, login.status());
        assertTrue(login.html().select("form.ways").isEmpty());
        assertTrue(login.html().select("a[href*=evil], form[action*=evil]").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "GET  /login HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /login HTTP/1.1\r\nHost : localhost\r\n\r\n", "GET /login HTTP/9.9\r\nHost: localhost\r\n\r\n", "\u0000\u0001\u0002\r\n\r\n", "GET /a\u0000b HTTP/1.1\r\nHost: localhost\r\n\r\n"})
    @DisplayName("what is no HTTP is no fault of ours")
    void what_is_no_http_is_no_fault(String bytes) {
        String answer = House.here().wire().send(bytes.replaceFirst("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
        assertFalse(answer.contains("500 "), answer);
        assertFalse(answer.contains("Exception"), answer);
    }
}

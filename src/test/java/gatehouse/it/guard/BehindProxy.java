package gatehouse.it.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.BitTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for programs behind every proxy. */
abstract class BehindProxy extends WithProxy {

    private static final String CONNECTION =
            "Connection: Remote-User, Remote-Groups, X-Gatehouse-Permission, X-Forwarded-Host, X-Forwarded-Uri, X-Original-URL, Authorization";
    private static final String[] LIES = {"Remote-User: admin", "remote_user: admin", "Remote.User: admin", "REMOTE-USER: admin", "Remote-User: root",
        "Remote-Groups: administrator", "X-Gatehouse-Permission: 16383", "X-Gatehouse-Base-Path: /", "X_Gatehouse_Permission: 16383", "X.Gatehouse-Permission: 16383",
        "Remote-Email: admin@example.com", "Remote-Name: Admin", "X-Forwarded-Uri: /public/x", "X-Forwarded-Method: OPTIONS", "X-Forwarded-Host: " + DAV,
        "X-Original-URL: http://127.0.0.3/public/x"};

    BehindProxy(ProxyKind kind) {
        super(kind);
    }

    static Stream<BitTable.Line> table() {
        return BitTable.lines().stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    @DisplayName("W-12 through the proxy each method reaches the service with all its bits, and each missing bit refuses it")
    void each_missing_bit_refuses_exactly_its_methods(BitTable.Line line) {
        String host = line.mode().equals("WEBDAV") ? DAV : FILES;
        bySum.forEach((sum, who) -> {
            for (String name : List.of("x", ".x")) {
                String destination = "Destination: http://" + host + ":" + port + (line.across() ? "/b/" : "/a/") + "y";
                int before = backend.reached.size();
                Raw.Answer answer = send(host, line.method(), "/a/" + name, basic(who), line.carries() ? destination : "X-Nothing: x");
                boolean may = line.allows(sum) && (name.equals("x") || (sum & 1) == 1);
                boolean mute = kind == ProxyKind.NGINX && line.method().equals("TRACE");
                assertEquals(may, backend.reached.size() > before, line + " " + name + " with " + sum + ": " + answer);
                assertEquals(may ? 200 : mute ? 405 : 403, answer.status(), line + " " + name + " with " + sum);
            }
        });
    }

    @Test
    @DisplayName("P-09 the service sees who is there from Gatehouse alone, in whatever spelling a client says it, also on a public path")
    void what_a_client_says_of_itself_is_removed() {
        for (String target : List.of("/x", "/public/x")) {
            boolean known = target.equals("/x");
            List<String> lines = new ArrayList<>(List.of(LIES));
            if (known) lines.add(basic(bySum.get(768)));
            assertEquals(200, send(WIKI, "GET", target, lines.toArray(String[]::new)).status());
            assertEquals(known ? identity(name(768)) : Map.of(), said(backend.last()));
        }
        assertEquals(401, send(WIKI, "GET", "/x", LIES).status());
    }

    private static Map<String, List<String>> identity(String name) {
        return Map.of("remote-user", List.of(name), "remote-name", List.of(name), "remote-email", List.of(name + "@good.test"), "remote-groups", List.of("user"),
                "x-gatehouse-permission", List.of("768"), "x-gatehouse-base-path", List.of("/"));
    }

    /** All that the service might take for Gatehouse's word, whatever the spelling. */
    private static Map<String, List<String>> said(Backend.Reached reached) {
        Map<String, List<String>> said = new TreeMap<>(reached.headers());
        said.keySet().removeIf(name -> !name.matches("(remote|x.gatehouse|authorization).*") || name.equals("x-gatehouse-path"));
        said.values().removeIf(List.of("")::equals);
        return said;
    }

    @Test
    @DisplayName("P-10 a Connection header that names our headers takes none of them away, and lets nobody in")
    void headers_are_not_taken_away_by_connection() {
        int before = backend.reached.size();
        Raw.Answer answer = send(WIKI, "GET", "/x", basic(bySum.get(768)), CONNECTION);
        if (answer.status() == 200) {
            assertEquals(List.of(name(768)), backend.last().header("Remote-User"));
            assertEquals(List.of("user"), backend.last().header("Remote-Groups"));
            assertEquals(List.of("768"), backend.last().header("X-Gatehouse-Permission"));
        } else {
            assertTrue(answer.status() == 400 || answer.status() == 401, answer.toString());
            assertEquals(before, backend.reached.size());
        }
        int then = backend.reached.size();
        assertFalse(send(WIKI, "GET", "/x", CONNECTION, "Remote-User: admin").status() < 400);
        assertFalse(send(DAV, "PUT", "/x", basic(bySum.get(0)), CONNECTION, "X-Gatehouse-Permission: 16383").status() < 400);
        assertEquals(then, backend.reached.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 4\r\nContent-Length: 0\r\n", "Content-Length : 4\r\n", "X-Folded: a\r\n b\r\n",
        "X-Nothing: x\nRemote-User: admin\r\n"})
    @DisplayName("P-14 what two servers could divide in two ways is refused, or reaches the service in one way only, and hides no second request")
    void requests_that_could_be_divided_in_two_ways_hide_nothing(String lines) {
        int before = backend.reached.size();
        String head = "HTTP/1.1\r\nHost: " + WIKI + ":" + port + "\r\n";
        String hidden = "0\r\n\r\nGET /hidden " + head + "Remote-User: admin\r\nConnection: close\r\n\r\n";
        String length = lines.startsWith("Content-Length") ? "" : "Content-Length: 0\r\n";
        Raw.Answer answer = Raw.say("127.0.0.1", WIKI, port, "POST /x " + head + basic(bySum.get(768)) + "\r\n" + lines + length + "\r\n" + hidden);
        List<Backend.Reached> reached = List.copyOf(backend.reached.subList(before, backend.reached.size()));
        assertTrue(answer.status() == 400 && reached.isEmpty() || answer.status() == 200 && reached.size() == 1, answer + " " + reached);
        for (Backend.Reached one : reached) {
            assertEquals("/x", one.target().toString());
            assertEquals(List.of(name(768)), one.header("Remote-User"));
            assertTrue(one.header("Content-Length").size() + one.header("Transfer-Encoding").size() <= 1, one.toString());
        }
        if (lines.startsWith("Content-Length") && !lines.contains("chunked")) assertEquals(400, answer.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/../x", "/public/%2e%2e/x", "/public/..%2fx", "//public/x", "/public/..;/x", "/public%2fx", "/public/%252e%252e/x", "/x?/public/",
        "/.gatehouse/verify", "/.gatehouse/../api/auth/verify", "/.gatehouse/pass?s=1", "/.gatehouse/", "/.gatehouse/login"})
    @DisplayName("P-06 tricks with the path reach nothing that is not public, nor more of the house")
    void tricks_reach_nothing(String target) {
        int before = backend.reached.size();
        Raw.Answer answer = send(WIKI, "GET", target);
        boolean reached = backend.reached.size() > before;
        assertEquals(reached, answer.status() < 400, answer.toString());
        if (reached) assertEquals("/public/x", backend.last().target().toString(), "what the proxy itself put right");
    }

    @Test
    void a_program_is_asked_for_basic() {
        Raw.Answer answer = send(DAV, "PROPFIND", "/");
        assertEquals(401, answer.status());
        assertEquals(List.of("Basic realm=\"Gatehouse\", charset=\"UTF-8\""), answer.all("WWW-Authenticate"));
    }

    @Test
    void a_conversation_is_upgraded_where_no_bits_are_counted_and_for_nobody_else() {
        String[] upgrade = {"Upgrade: websocket", "Connection: Upgrade, close", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="};
        String[] known = Stream.concat(Stream.of(upgrade), Stream.of(basic(bySum.get(16383)))).toArray(String[]::new);
        Raw.Answer open = send(TALK, "GET", "/talk", known);
        assertEquals(101, open.status(), open.toString());
        assertEquals(name(16383), open.body());
        assertEquals(401, send(TALK, "GET", "/talk", upgrade).status());
        for (String target : List.of("/talk", "/.gatehouse/start")) {
            Raw.Answer tunnel = send(TALK, "GET", target, "Upgrade: h2c", "Connection: Upgrade, HTTP2-Settings", "HTTP2-Settings: AAMAAABkAAQAAP__", basic(bySum.get(16383)));
            assertNotEquals(101, tunnel.status(), "what is said in it would be judged by nobody: " + tunnel);
        }
        Raw.Answer shut = send(QUIET, "GET", "/talk", known);
        assertEquals(200, shut.status(), "reading needs no bit, and what is said afterwards would be judged by nobody: " + shut);
    }

    @Test
    @DisplayName("P-04 while Gatehouse is away, or has no database, nobody passes, not even to a public path")
    void without_gatehouse_nobody_passes() {
        int before = backend.reached.size();
        String unavailable = "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
        relay.cut();
        assertEquals(List.of(true, true), closed(500, 599));
        relay.answers(unavailable);
        assertEquals(List.of(true, true), kind == ProxyKind.NGINX ? closed(500, 500) : closed(503, 503));
        assertEquals(before, backend.reached.size());
        relay.mend();
        assertEquals(200, send(WIKI, "GET", "/x", basic(bySum.get(768))).status());
    }

    private List<Boolean> closed(int least, int most) {
        return Stream.of("/x", "/public/x").map(target -> send(WIKI, "GET", target, basic(bySum.get(768))).status())
                .map(status -> status >= least && status <= most).toList();
    }
}

package gatehouse.it.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.OwnTokens;
import gatehouse.it.Visitor;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a request calls its host, and however its path begins: it is judged as one of the service that it reaches. */
abstract class ServicesBehindProxy extends BehindProxy {

    private static final String SHUT = "127.0.0.12";

    /** The service that only administrators may reach. */
    private final Backend inner = Backend.open();

    ServicesBehindProxy(ProxyKind kind) {
        super(kind);
    }

    /** One for administrators below a path; at its host and at another port of it Gatehouse knows others, open to all, that this proxy does not stand before. */
    @Override
    void more() {
        guarded(SHUT, "/pre", "ROLES", "roles", administrators(), "upstream", inner.address());
        for (int at : new int[] {port, port + 1}) guards.add("Open at " + at, "http://" + SHUT + ":" + at, "SIGNED_IN", "open", "/");
    }

    private String administrators() {
        return guards.stage().admin().visitor().get("/admin/services/new").html().select("label.tick:has(input[name=roles])").stream()
                .filter(label -> label.text().startsWith("administrator")).findFirst().orElseThrow().selectFirst("input").val();
    }

    @AfterAll
    void closeInner() {
        inner.close();
    }

    /** Where a proxy takes it for another host's, that host's service may answer. */
    private void shut(String target, String... lines) {
        int before = inner.reached.size();
        Raw.Answer answer = send(SHUT, "GET", target, lines);
        assertEquals(before, inner.reached.size(), answer.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":{other}", ":2$", ":x", ":", ":-1", ":99999", ":99999999999", ":80:90", ".", ".:{port}", ",x", "@x", "/x", " ", "\t", ":{port}, evil.test", ":{port}\u00e9"})
    @DisplayName("P-01 P-08 O-05 no Host that a client makes up is answered by another service's rules, nor by none")
    void a_lie_about_the_host_opens_nothing(String end) {
        String host = "Host: " + SHUT + end.replace("{other}", Integer.toString(port + 1)).replace("{port}", Integer.toString(port));
        int before = backend.reached.size();
        for (String target : List.of("/pre/x", "http://" + SHUT + ":" + port + "/pre/x", "http://" + SHUT + "/pre/x")) {
            shut(target, host);
            assertEquals(before, backend.reached.size(), "a stranger reaches nobody");
            shut(target, host, basic(bySum.get(16383)));
            before = backend.reached.size();
        }
    }

    @Test
    @DisplayName("P-08 an address in the request line that says another host than Host does is judged as where it arrives")
    void two_hosts_are_one() {
        for (String host : List.of(WIKI + ":" + port, SHUT + ":" + (port + 1), "evil.test")) {
            shut("http://" + SHUT + ":" + port + "/pre/public/x", "Host: " + host, basic(bySum.get(16383)));
        }
    }

    @Test
    @DisplayName("a path that only begins like the service's own is not its own")
    void a_path_that_begins_alike_is_another() {
        Visitor admin = guards.stage().admin().visitor();
        String token = "Authorization: Bearer " + OwnTokens.minted(admin, "behind " + kind.id(), "verify");
        for (String own : List.of("/pre", "/pre/", "/pre/x", "/pre/prefix?a=b")) {
            assertEquals(403, send(SHUT, "GET", own, basic(bySum.get(16383))).status(), own);
            assertEquals(200, send(SHUT, "GET", own, token).status(), own);
            assertEquals(own, inner.last().line());
        }
        for (String other : List.of("/prefix", "/prefix/x", "/pre.x", "/pre%20", "/pre%2fx", "/PRE/x", "/pre;x", "/pre;/x", "/pre%00", "/x/pre", "/", "/pre/../prefix")) {
            shut(other, token);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "x-http-method", "X-Method-Override", "X_HTTP_Method_Override", "X.HTTP.Method.Override"})
    @DisplayName("a header that makes another method of a request is no way around the bits, nor on a public path")
    void a_method_in_a_header_opens_nothing(String name) {
        String delete = name + ": DELETE";
        int before = backend.reached.size();
        Raw.Answer post = send(FILES, "POST", "/x", delete, basic(bySum.get(16383 - 128)));
        Raw.Answer look = send(WIKI, "GET", "/public/x", delete);
        if (name.matches(".*[_.].*") && post.status() == 200) dropped(before);
        else assertEquals(List.of(403, 401, before), List.of(post.status(), look.status(), backend.reached.size()));
    }

    /** nginx and newer Caddys let no such spelling through. */
    private void dropped(int before) {
        assertEquals(before + 2, backend.reached.size());
        assertTrue(backend.reached.subList(before, before + 2).stream().allMatch(one -> one.headers().keySet().stream().noneMatch(name -> name.contains("override"))));
    }
}

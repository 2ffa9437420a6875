package gatehouse.it.guard;

import static gatehouse.it.guard.Asked.DAV;
import static gatehouse.it.guard.Asked.WIKI;
import static gatehouse.it.guard.Asked.bearer;
import static gatehouse.it.guard.Asked.refused;
import static gatehouse.it.guard.Asked.wiki;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.InHouse;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked for: a host, a path, a method and a destination that can be read in one way only. */
@InHouse
@DisabledOnOs(OS.MAC)
class AskedAddressIT {

    @AutoClose
    private static Asked asked;

    @BeforeAll
    static void open() {
        asked = new Asked("address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "//", "//x", "https://wiki.verify.test/x", "/%zz", "/x#y", "/\u00e9", "/a/../public/x", "/a/%2e%2e/public", "/public/..;/x", "/public%2f..%2fx",
        "/public/%252e%252e/x", "/public\\..\\x", "/public/%00", "/x y", "*"})
    @DisplayName("P-06 an address that could be read in two ways is 400, also for who is signed in, and also where it is public")
    void doubtful_addresses_are_malformed(String uri) {
        refused(400, wiki(uri).with(bearer(asked.ann)).answer());
        refused(400, wiki(uri).answer());
        if (uri.startsWith("/")) refused(400, Ask.nginx("GET", "https://" + WIKI + uri).with(bearer(asked.ann)).answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Uri", "X-Forwarded-Method", "X-Forwarded-Proto", "X-Forwarded-Host"})
    @DisplayName("P-06 a header that is missing, doubled or mixed with another proxy's is 400")
    void headers_come_once_and_of_one_kind(String name) {
        Ask whole = wiki("/public/x").with(bearer(asked.ann));
        assertEquals(200, whole.answer().status());
        refused(400, whole.without(name).answer());
        String line = whole.lines().stream().filter(one -> one.startsWith(name + ":")).findFirst().orElseThrow();
        refused(400, whole.with(line).answer());
        refused(400, whole.with("X-Original-URL: https://" + WIKI + "/public/x").answer());
        refused(400, Ask.nginx("GET", "https://" + WIKI + "/x").with(bearer(asked.ann)).with("X-Forwarded-Uri: /public/x").answer());
        refused(400, Ask.nginx("GET", "https://" + WIKI + "/x").with(bearer(asked.ann)).without("X-Original-Method").answer());
        refused(400, new Ask(List.of(bearer(asked.ann))).answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "G ET", "GET\u00e9", "GET/", "(GET)"})
    void a_method_is_a_method(String method) {
        refused(400, Ask.forwarded(method, WIKI, "/x").with(bearer(asked.ann)).answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override: DELETE", "x-http-method: GET", "X-Method-Override:", "X-METHOD: GET", "X_HTTP_METHOD_OVERRIDE: DELETE", "X.Method.Override: GET"})
    @DisplayName("a method that a header says opens no public path and has no bits; where none are counted the service may hear it")
    void a_method_in_a_header_is_none_that_has_bits(String override) {
        refused(401, wiki("/public/x").with(override).answer());
        refused(403, Ask.forwarded("GET", DAV, "/dav/x").with(bearer(asked.ann)).with(override).answer());
        refused(403, Ask.nginx("PUT", "https://" + DAV + "/dav/x").with(bearer(asked.ann)).with(override).answer());
        assertEquals(200, wiki("/x").with(bearer(asked.ann)).with(override).answer().status());
        assertEquals(200, wiki("/public/x").with("X-HTTP-Methods: DELETE").answer().status(), "another header");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wiki.verify.test.evil.test", "evil-wiki.verify.test", "wiki.verify.test:8443", "wiki.verify.test:80", "verify.test", "WIKI", "wiki.verify.test."})
    @DisplayName("O-05 another host, port or scheme is not guarded, and so does not pass")
    void only_the_exact_host_is_guarded(String host) {
        refused(403, Ask.forwarded("GET", host, "/public/x").with(bearer(asked.ann)).answer());
        refused(401, Ask.forwarded("GET", host, "/public/x").answer());
        refused(403, Ask.nginx("GET", "http://" + WIKI + "/x").with(bearer(asked.ann)).answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "x:2$", "good:80:90", "e@wiki.verify.test", "", "wiki.verify.test, evil.test", "wiki\u3002verify\u3002test", "https://wiki.verify.test"})
    @DisplayName("P-01 O-05 a malformed host is 400")
    void a_malformed_host_is_refused(String host) {
        refused(400, Ask.forwarded("GET", host, "/x").with(bearer(asked.ann)).answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x:2$", "x:y", "x:", "x:-1", "x:99999", "x:80:90", "a b", "e@x", "", ":80", "http://x", "x, y", "x/y"})
    @DisplayName("P-01 a question that came by a malformed Host has no yes of ours, also where Payara says 200 and nothing by itself")
    void a_malformed_host_of_the_question_itself_is_no_yes(String host) {
        Raw.Answer answer = wiki("/public/x").with(bearer(asked.ann)).with("Host: " + host).answer();
        boolean mute = answer.status() == 200 && answer.body().isEmpty();
        assertTrue(answer.status() == 400 || mute, answer.toString());
        assertEquals(List.of(), answer.lines().stream().filter(line -> line.matches("(?i)(x-gatehouse-(path|permission|base-path)|remote-.*):.*")).toList());
    }

    @Test
    @DisplayName("W-04 a destination is of this service, on this host, and there is one")
    void a_destination_is_judged_like_the_path() {
        Ask move = Ask.forwarded("MOVE", DAV, "/dav/x").with(bearer(asked.ann));
        Raw.Answer passed = move.with("Destination: https://" + DAV + "/dav/a%20b").answer();
        assertEquals(200, passed.status(), passed.toString());
        assertEquals(Optional.of("http://" + DAV + "/dav/a%20b"), passed.header("Destination"));
        assertEquals(200, move.with("Destination: /dav/y").answer().status());
        refused(403, move.with("Destination: https://" + WIKI + "/dav/y").answer());
        refused(403, move.with("Destination: https://" + DAV + "/y").answer());
        refused(403, move.with("Destination: https://" + DAV + "/dav/.y").answer());
        for (String there : List.of("", "y", "https://" + DAV, "/dav/../y", "/dav/%2e%2e/y", "ftp://" + DAV + "/dav/y", "/dav/y?z", "//" + DAV + "/dav/y")) {
            refused(400, move.with("Destination: " + there).answer());
        }
        refused(400, move.answer());
        refused(400, move.with("Destination: /dav/y").with("Destination: /dav/z").answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"MOVE", "COPY"})
    @DisplayName("W-04 nothing is carried from one service to another, also where one lies below the other")
    void nothing_is_carried_across_services(String method) {
        String inner = asked.guards.add("Inner " + method, "https://" + DAV + "/dav/inner-" + method, "SIGNED_IN");
        String here = "/dav/inner-" + method;
        refused(403, Ask.forwarded(method, DAV, "/dav/x").with(bearer(asked.ann)).with("Destination: " + here + "/x").answer());
        refused(403, Ask.forwarded(method, DAV, here + "/x").with(bearer(asked.ann)).with("Destination: /dav/x").answer());
        refused(403, Ask.nginx(method, "https://" + DAV + "/dav/x").with(bearer(asked.ann)).with("Destination: https://" + DAV + here).answer());
        assertEquals(200, Ask.forwarded(method, DAV, here + "/x").with(bearer(asked.ann)).with("Destination: " + here + "/y").answer().status(), inner);
        assertEquals(200, Ask.forwarded(method, DAV, "/dav/x").with(bearer(asked.ann)).with("Destination: " + here + "most").answer().status(), inner);
    }
}

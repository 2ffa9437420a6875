package gatehouse.it.guard;

import static gatehouse.it.guard.Asked.DAV;
import static gatehouse.it.guard.Asked.WIKI;
import static gatehouse.it.guard.Asked.basic;
import static gatehouse.it.guard.Asked.bearer;
import static gatehouse.it.guard.Asked.refused;
import static gatehouse.it.guard.Asked.session;
import static gatehouse.it.guard.Asked.wiki;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.House;
import gatehouse.it.InHouse;
import gatehouse.it.Login;
import gatehouse.it.Myself;
import gatehouse.it.Program;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The question as proxies send it, from the loopback address that is trusted; macOS has no such second address. */
@InHouse
@DisabledOnOs(OS.MAC)
class VerifyIT {

    @AutoClose
    private static Asked asked;

    @BeforeAll
    static void open() {
        asked = new Asked("verify");
    }

    @Test
    @DisplayName("P-04 who is known passes, with all the headers; every proxy's way of asking, and every method, is heard")
    void who_is_known_passes() {
        for (Ask ask : List.of(wiki("/x?y=%zz"), Ask.nginx("GET", "https://" + WIKI + "/x?y=1"))) {
            Raw.Answer answer = ask.with(bearer(asked.ann)).answer();
            assertEquals(200, answer.status(), answer.toString());
            assertEquals(Optional.of("verify-ann"), answer.header("Remote-User"));
            assertEquals(Optional.of("verify-ann"), answer.header("Remote-Name"));
            assertEquals(Optional.of("verify-ann@good.test"), answer.header("Remote-Email"));
            assertEquals(Optional.of("user"), answer.header("Remote-Groups"));
            assertEquals(Optional.of("/"), answer.header("X-Gatehouse-Base-Path"));
            assertEquals(Optional.of("768"), answer.header("X-Gatehouse-Permission"));
            assertEquals(Optional.of("/x"), answer.header("X-Gatehouse-Path"));
            assertTrue(answer.all("Set-Cookie").isEmpty());
        }
        for (String method : List.of("HEAD", "POST", "PUT", "PROPFIND", "DELETE", "OPTIONS")) assertEquals(200, wiki("/x").with(bearer(asked.ann)).by(method).status(), method);
    }

    @Test
    @DisplayName("P-04 who brings nothing gets 401, or the way to sign in when a person would see it; never a yes")
    void who_is_unknown_does_not_pass() {
        Raw.Answer program = wiki("/x").answer();
        refused(401, program);
        assertEquals(List.of("Basic realm=\"Gatehouse\", charset=\"UTF-8\""), program.all("WWW-Authenticate"));
        Raw.Answer browser = wiki("/x").with("Accept: text/html").answer();
        refused(303, browser);
        assertTrue(browser.header("Location").orElseThrow().startsWith("https://" + WIKI + "/.gatehouse/start?to="));
        Raw.Answer nginx = Ask.nginx("GET", "https://" + WIKI + "/x").with("Accept: text/html").answer();
        refused(401, nginx);
        assertEquals(browser.header("Location"), nginx.header("Location"));
        assertTrue(nginx.all("WWW-Authenticate").isEmpty());
        Raw.Answer script = wiki("/x").with("Accept: text/html").with("Sec-Fetch-Mode: cors").answer();
        refused(401, script);
        assertEquals(List.of("Bearer"), script.all("WWW-Authenticate"));
        refused(401, Ask.forwarded("POST", WIKI, "/x").with("Accept: text/html").answer());
        for (String health : List.of("User-Agent: GoogleHC/1.0", "User-Agent: kube-probe/1.27")) refused(401, wiki("/ping").with(health).answer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "MKCOL", "PROPPATCH", "LOCK", "UNLOCK", "MOVE", "COPY"})
    @DisplayName("X-07 the cookie of the house changes no file on a WebDAV host, by whatever name; a token, which no browser adds by itself, does")
    void the_houses_cookie_changes_no_file(String method) {
        Ask plain = Ask.forwarded(method, DAV, "/dav/a");
        Ask ask = method.matches("MOVE|COPY") ? plain.with("Destination: https://" + DAV + "/dav/b") : plain;
        String session = session(asked.ann.visitor());
        for (String cookie : List.of(session, "__Host-" + session, session.replace("session=", "gatehouse="), session.replace("session=", "__Host-gatehouse="))) {
            refused(401, ask.with("Cookie: " + cookie).answer());
            refused(401, ask.with("Cookie: " + cookie).with("Origin: https://evil.test").answer());
        }
        assertEquals(200, ask.with(bearer(asked.ann)).answer().status(), method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/ping", "/x/ping", "/health", "/status/live", "/robots.txt", "/.well-known/x", "/favicon.ico"})
    @DisplayName("P-12 no User-Agent of a health check and no end of a path is let through")
    void no_health_check_is_let_through(String path) {
        for (String agent : List.of("GoogleHC/1.0", "kube-probe/1.30", "ELB-HealthChecker/2.0")) refused(401, wiki(path).with("User-Agent: " + agent).answer());
    }

    @Test
    @DisplayName("P-08 a peer that is no trusted proxy gets no yes, whatever it sends")
    void others_may_not_ask() {
        refused(403, wiki("/public/x").with(bearer(asked.ann)).from("127.0.0.1"));
        refused(401, wiki("/public/x").from("127.0.0.1"));
        refused(401, Ask.forwarded("OPTIONS", WIKI, "/x").from("127.0.0.1"));
        refused(403, wiki("/x").with("Cookie: " + session(asked.ann.visitor())).from("127.0.0.3"));
        assertTrue(wiki("/x").with(bearer(asked.ann)).from("127.0.0.1").body().contains("GATEHOUSE_TRUSTED_PROXIES"));
    }

    @Test
    void a_public_path_is_for_looking_and_names_who_is_known() {
        Raw.Answer nobody = wiki("/public/x").answer();
        assertEquals(200, nobody.status());
        assertEquals(Optional.of(""), nobody.header("Remote-User"));
        refused(401, Ask.forwarded("POST", WIKI, "/public/x").answer());
        refused(401, Ask.forwarded("OPTIONS", WIKI, "/public/x").answer());
        refused(401, wiki("/publicx").answer());
    }

    @Test
    @DisplayName("K-15 W-12 a token of another scope, and bits that are missing, are 403")
    void what_is_not_allowed_is_refused() {
        String profile = Guards.token(asked.ann.visitor(), "profile");
        Raw.Answer scope = wiki("/x").with("Authorization: Bearer " + profile).answer();
        refused(403, scope);
        assertTrue(scope.header("WWW-Authenticate").orElseThrow().contains("insufficient_scope"));
        assertEquals(200, Ask.forwarded("PUT", DAV, "/dav/x").with(bearer(asked.ann)).answer().status());
        refused(403, Ask.forwarded("GET", DAV, "/dav/x").with(bearer(asked.bob)).answer());
        refused(403, Ask.forwarded("POST", DAV, "/dav/x").with(bearer(asked.ann)).answer());
        refused(403, Ask.forwarded("GET", DAV, "/elsewhere").with(bearer(asked.ann)).answer());
        refused(403, Ask.forwarded("GET", DAV, "/dav/.x").with(bearer(asked.ann)).answer());
    }

    @Test
    @DisplayName("K-14 a token comes as Bearer, bare or as the password of Basic; mistyped, made up or ended it is 401")
    void tokens_are_read_three_ways() {
        for (String line : List.of(bearer(asked.ann), "Authorization: " + asked.ann.token(), basic("verify-ann:" + asked.ann.token()), basic("Verify-Ann:" + asked.ann.token()), basic(":" + asked.ann.token()))) {
            assertEquals(200, wiki("/x").with(line).answer().status(), line);
        }
        String ended = asked.ann.token().substring(0, 20) + (asked.ann.token().charAt(20) == 'x' ? "y" : "x") + asked.ann.token().substring(21);
        for (String line : List.of("Authorization: Bearer " + ended, "Authorization: Bearer app_x", basic("verify-ann:" + ended), basic("verify-bob:" + asked.ann.token()),
            "Authorization: Bearer", "Authorization: Basic !!!", "Authorization: Negotiate x", "Authorization: Bearer eyJh.x.y")) {
            Raw.Answer answer = wiki("/x").with(line).answer();
            refused(401, answer);
            assertEquals(1, answer.all("WWW-Authenticate").size(), line);
        }
        refused(400, wiki("/x").with(bearer(asked.ann)).with(bearer(asked.ann)).answer());
    }

    @Test
    @DisplayName("K-16 a token in the query is none")
    void a_token_in_the_query_is_none() {
        refused(401, wiki("/x?access_token=" + asked.ann.token()).answer());
        Raw.Answer answer = Raw.send(Raw.PROXY, "127.0.0.1", House.port(), "GET", "/api/auth/verify?access_token=" + asked.ann.token(), wiki("/x").lines(), "");
        refused(401, answer);
    }

    @Test
    @DisplayName("P-13 L-03 an account's own password is never taken, and each guess counts where sign-in counts")
    void passwords_are_guesses() {
        String password = "nine wooden spoons";
        assertEquals(303, Myself.setPassword(asked.bob.visitor(), password, "").status());
        for (int i = 0; i < 10; i++) refused(401, wiki("/x").with(basic("verify-bob:" + password)).answer());
        Raw.Answer limited = wiki("/x").with(basic("verify-bob:" + password)).answer();
        refused(429, limited);
        assertTrue(Integer.parseInt(limited.header("Retry-After").orElseThrow()) > 0);
        assertEquals(429, Login.with(House.here().visitor(), "verify-bob", password).status());
        assertEquals(200, wiki("/x").with(bearer(asked.bob)).answer().status(), "his token is no guess");
    }

    @Test
    @DisplayName("the session of the house is none on another host, and a token of its own ends with the next request")
    void the_session_of_the_house_stays_in_the_house() {
        refused(401, wiki("/x").with("Cookie: __Host-" + session(asked.ann.visitor())).answer());
        refused(401, wiki("/x").with("Cookie: " + session(asked.ann.visitor())).answer());
        refused(401, wiki("/x").with("Cookie: __Host-gatehouse=" + asked.ann.visitor().cookies().find("session").orElseThrow().value()).answer());
    }

    @Test
    @DisplayName("K-09 a token that is revoked is 401 at once")
    void a_revoked_token_is_over() {
        Guards.Somebody eve = asked.guards.somebody("verify-eve", 768, "/");
        assertEquals(200, wiki("/x").with(bearer(eve)).answer().status());
        assertEquals(303, eve.visitor().submit(eve.visitor().get("/profile").form("tr:has(th:containsOwn(verify)) form[action$=/revoke]")).status());
        refused(401, wiki("/x").with(bearer(eve)).answer());
        assertFalse(Program.with(eve.token()).get("/api/me").status() == 200);
    }
}

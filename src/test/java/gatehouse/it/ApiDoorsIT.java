package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import gatehouse.Sitemap;
import gatehouse.web.Api;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every JSON address, and everybody who might knock. */
@InHouse
class ApiDoorsIT {

    private static final String PASSWORD = "eleven quiet lamps";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Visitor ann = new Town(stage).resident("doors-ann", PASSWORD);
    private static Program user;
    private static Program verify;
    private static Program admin;
    private static Program gone;

    /** A method of an address. */
    record Door(String method, String address, Sitemap.Who who) {

        Page by(Program program) {
            return method.equals("GET") ? program.get(address) : program.post(address, "{}");
        }

        /** Asked by a browser: its cookies, and these headers. */
        Page by(Visitor visitor, String type, String body, String... headers) {
            return method.equals("GET") ? visitor.get(address, headers) : visitor.send("POST", address, type, body, headers);
        }

        @Override
        public String toString() {
            return method + " " + address;
        }
    }

    @BeforeAll
    static void open() {
        user = Program.login("doors-ann", PASSWORD);
        admin = Program.admin();
        verify = Program.with(new Script(ann).minted("verify"));
        String ended = new Script(ann).minted("profile");
        assertEquals(200, Program.with(ended).post("/api/auth/logout").status());
        gone = Program.with(ended);
    }

    static Stream<Door> doors() {
        return Sitemap.read().stream().filter(door -> Api.serves(door.address()) && !door.address().equals("/api/auth/logout")).flatMap(door -> door.methods().stream()
                .map(method -> new Door(method, door.address().replaceAll("\\{[^}]*}", "1"), door.who())));
    }

    static Stream<Door> closed() {
        return doors().filter(door -> door.who() != Sitemap.Who.ALL);
    }

    static Stream<Door> writing() {
        return closed().filter(door -> door.method().equals("POST"));
    }

    @ParameterizedTest
    @MethodSource("closed")
    @DisplayName("A-01 K-14 K-15 strangers are 401, a token without the scope or the right is 403")
    void nobody_else_is_let_in(Door door) {
        Page stranger = door.by(Program.anonymous());
        assertEquals(401, stranger.status());
        assertEquals("Bearer", stranger.header("WWW-Authenticate").orElseThrow());
        assertTrue(stranger.headers().allValues("set-cookie").isEmpty());
        assertEquals(403, door.by(verify).status());
        assertEquals(401, door.by(gone).status());
        if (door.who() == Sitemap.Who.ADMIN) assertEquals(403, door.by(user).status());
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("K-14 a token that is over is refused even where none is needed")
    void a_dead_token_opens_no_open_door(Door door) {
        assertEquals(401, door.by(gone).status());
    }

    @ParameterizedTest
    @MethodSource("doors")
    @DisplayName("A-01 a method that is not listed is 405, with words for programs")
    void other_methods_are_refused(Door door) {
        for (String method : List.of("PUT", "DELETE")) {
            Page page = House.here().visitor().send(method, door.address(), "application/json", "");
            assertEquals(405, page.status(), method);
            assertEquals(405, Program.envelope(page).get("code").intValue());
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    @DisplayName("X-01 X-04 a browser's session needs the form token in its header, and sends JSON only")
    void a_browser_needs_the_form_token(Door door) {
        Visitor visitor = door.who() == Sitemap.Who.ADMIN ? stage.admin().visitor() : ann;
        String csrf = visitor.get("/profile").csrf();
        String foreign = House.here().visitor().get("/login").csrf();
        assertEquals(403, door.by(visitor, "application/json", "{}").status());
        assertEquals(403, door.by(visitor, "application/json", "{\"csrf\":\"" + csrf + "\"}").status());
        assertEquals(403, door.by(visitor, "application/x-www-form-urlencoded", "csrf=" + csrf).status());
        assertEquals(403, door.by(visitor, "application/json", "{}", "X-CSRF-Token", foreign).status());
        assertEquals(403, door.by(visitor, "application/json", "{}", "X-CSRF-Token", csrf, "Origin", "https://evil.test").status());
        for (String type : List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/jsonx")) {
            assertEquals(415, door.by(visitor, type, "{}", "X-CSRF-Token", csrf).status(), type);
        }
    }

    @ParameterizedTest
    @MethodSource("writing")
    @DisplayName("A-16 nonsense in a body or a parameter is no fault, and changes nothing")
    void nonsense_is_no_fault(Door door) {
        for (String body : List.of("", "{", "[]", "[1]", "null", "\"x\"", "{\"a\":1,\"a\":2}", "{\"slug\":7,\"key\":[],\"name\":{},\"username\":1,\"id\":\"x\",\"sso_id\":5,\"scopes\":7}",
                "{\"x\":\"" + "y".repeat(70_000) + "\"}", "[".repeat(500))) {
            String address = door.address() + (door.address().contains("/end") || door.address().contains("revoke") ? "x" : "?id=x&slug=%FF&key=%25&seen=%E4");
            for (String target : List.of(door.address().replace("/1", "/99999999999999999999"), address)) {
                if (target.endsWith("/end") || target.endsWith("revoke")) continue;
                Page page = admin.post(target, body);
                assertTrue(page.status() < 500, target + " " + body + "\n" + page.text());
                assertFalse(page.text().matches("(?s).*(Exception|java\\.|jakarta|SQL|Jackson|fasterxml|Hibernate).*"), page.text());
            }
        }
    }

    @Test
    void the_body_may_have_64_kilobytes() {
        String filler = "{\"x\":\"" + "y".repeat(8000) + "\"}";
        assertEquals(200, user.post("/api/me/update", filler).status());
        String large = "{" + "\"x0\":\"" + "y".repeat(8000) + "\"" + Stream.iterate(1, i -> i + 1).limit(9).map(i -> ",\"x" + i + "\":\"" + "y".repeat(8000) + "\"").reduce("", String::concat) + "}";
        assertEquals(413, user.post("/api/me/update", large).status());
    }

    @Test
    void what_needs_a_browser_refuses_an_administrators_token_with_words() {
        for (String address : List.of("/api/admin/provider/delete?slug=x", "/api/me/tokens", "/api/me/bindings/x")) {
            Page page = admin.post(address, "{}");
            assertEquals(403, page.status());
            assertTrue(Program.message(page).contains("not with an access token"), page::text);
        }
    }

    @Test
    void the_document_is_served() {
        Page page = Program.anonymous().get("/api/openapi.json");
        assertEquals(200, page.status());
        assertTrue(page.text().startsWith("{\n  \"openapi\": \"3.1.0\""));
        assertEquals(Set.of("application/json;charset=utf-8"), Set.of(page.header("Content-Type").orElseThrow().toLowerCase().replace(" ", "")));
    }
}

package gatehouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A token as the password of Basic: for programs, and never by a browser's own hand. */
@InHouse
class BasicIT {

    private static final String PASSWORD = "twelve quiet lamps";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Visitor ann = new Town(stage).resident("basic-ann", PASSWORD);
    private static String token;

    @BeforeAll
    static void open() {
        token = new Script(ann).minted("profile");
    }

    private static Program basic(String pair) {
        return Program.authorized("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
    }

    @Test
    @DisplayName("K-14 a token is the password of Basic, with its account's username in any spelling or none, to read and to write")
    void a_token_is_the_password_of_basic() {
        for (String name : List.of("basic-ann", "", "BASIC-ANN")) {
            Page page = basic(name + ":" + token).get("/api/me");
            assertEquals(200, page.status(), name);
            assertEquals("basic-ann", Program.data(page).get("username").textValue());
            assertTrue(page.headers().allValues("set-cookie").isEmpty());
        }
        assertEquals(200, basic("basic-ann:" + token).post("/api/me/update", "{\"nickname\":\"Ann B\"}").status());
        assertEquals("Ann B", Program.data(basic(":" + token).get("/api/me")).get("nickname").textValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "basic-ann", "basic-ann:", ":", "basic-ann:" + PASSWORD, "admin:%s", "nobody:%s", "basic-ann:%sx", "basic-ann: %s", "%s:", "%s", "basic-ann:app_junk"})
    @DisplayName("K-14 no colon, no password, the account's own password, another's name, a mistyped token: 401, and no browser is asked for a password")
    void whatever_else_is_refused(String pair) {
        for (Page page : List.of(basic(pair.replace("%s", token)).get("/api/me"), basic(pair.replace("%s", token)).post("/api/me/update", "{}"))) {
            assertEquals(401, page.status(), page::text);
            assertEquals(List.of("Bearer error=\"invalid_token\""), page.headers().allValues("WWW-Authenticate"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic ", "Basic !!!", "Basic %s", "Basic app_x", "Basic a b"})
    @DisplayName("K-14 Basic that is no Base64 of a pair is 401")
    void what_is_malformed_is_refused(String header) {
        assertEquals(401, Program.authorized(header.replace("%s", token)).get("/api/me").status());
    }

    @Test
    @DisplayName("K-14 K-15 an ended token is 401, one without the scope 403")
    void what_is_ended_or_too_small_is_refused() {
        String ended = new Script(ann).minted("profile");
        assertEquals(200, basic(":" + ended).post("/api/auth/logout").status());
        assertEquals(401, basic(":" + ended).get("/api/me").status());
        Page small = basic("basic-ann:" + new Script(ann).minted("verify")).get("/api/me");
        assertEquals(403, small.status());
        assertEquals("Bearer error=\"insufficient_scope\"", small.header("WWW-Authenticate").orElseThrow());
        assertEquals(403, basic("basic-ann:" + token).get("/api/admin/setting/list").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Origin: https://evil.test", "Origin: null", "Origin: %h", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: no-cors"})
    @DisplayName("X-10 a browser that kept the password is refused wherever it comes from, and the same token as Bearer is not")
    void a_browser_is_refused(String header) {
        String name = header.split(": ")[0];
        String value = header.split(": ")[1].replace("%h", House.here().address().toString());
        for (Page page : List.of(basic("basic-ann:" + token).get("/api/me", name, value), basic("basic-ann:" + token).post("/api/me/sessions/end", "", name, value))) {
            assertEquals(403, page.status());
            assertTrue(Program.message(page).contains("Bearer"), page::text);
        }
        assertEquals(200, Program.with(token).get("/api/me", name, value).status());
    }

    @Test
    @DisplayName("X-10 a link ends no token that a browser brings by itself")
    void a_link_ends_no_token() {
        assertEquals(405, basic("basic-ann:" + token).get("/api/auth/logout").status());
        assertEquals(200, Program.with(token).get("/api/me").status());
    }

    @Test
    @DisplayName("K-16 K-17 beside a cookie only Basic counts, a page does not read it, and it does nothing sensitive")
    void it_is_a_token_like_any_other() {
        String header = "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(UTF_8));
        assertEquals("basic-ann", Program.data(stage.admin().visitor().get("/api/me", "Authorization", header)).get("username").textValue());
        assertEquals("/login", House.here().visitor().get("/profile", "Authorization", header).location().getPath());
        assertEquals(403, basic(":" + token).get("/api/me/tokens").status());
        assertFalse(basic(":" + token).post("/api/me/update", "{\"password\":\"sixty blue kettles\"}").status() == 200);
    }
}

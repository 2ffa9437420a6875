package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class TokenIT {

    private static final String PASSWORD = "thirty blue kettles";
    private static Stage stage;
    private static Town town;
    private static Visitor ann;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        town = new Town(stage);
        ann = town.resident("token-ann", PASSWORD);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Page typed(Visitor visitor, String name, String days, String until, String... scopes) {
        Form form = visitor.get("/profile").formTo("/profile/tokens").without("tokenScopes").with("tokenName", name, "tokenDays", days, "tokenUntil", until);
        for (String scope : scopes) form = form.adding("tokenScopes", scope);
        return visitor.submit(form);
    }

    private static String minted(Visitor visitor, String name, String... scopes) {
        Page page = typed(visitor, name, "7", "", scopes);
        assertEquals(200, page.status(), page::text);
        return page.html().selectFirst("input#minted").val();
    }

    private static List<String> listed(Visitor visitor) {
        return visitor.get("/profile").html().select("section[aria-labelledby=tokens] tbody th[scope=row]").eachText();
    }

    private static Form end(Visitor visitor, String name) {
        return visitor.get("/profile").form("tr:has(th:containsOwn(" + name + ")) form[action$=/revoke]");
    }

    @Test
    @DisplayName("K-13 a token is shown once, in an answer that nobody keeps, and stands in the list until it is ended")
    void a_token_is_shown_once() {
        Page made = typed(ann, "once", "30", "", "profile");
        String token = made.html().selectFirst("input#minted").val();
        assertTrue(token.matches("app_[A-Za-z0-9_-]{49}"), token);
        assertEquals(List.of("no-store"), made.headers().allValues("cache-control"));
        assertFalse(made.headers().map().toString().contains(token));
        assertFalse(ann.get("/profile").text().contains(token));
        assertTrue(listed(ann).contains("once"));
        assertEquals(200, Program.with(token).get("/api/me").status());
        assertEquals(303, ann.submit(end(ann, "once")).status());
        assertFalse(listed(ann).contains("once"));
        assertEquals(401, Program.with(token).get("/api/me").status());
    }

    @Test
    void what_is_typed_wrong_makes_no_token_and_names_the_field() {
        int before = listed(ann).size();
        assertProblem(typed(ann, " ", "7", "", "profile"), "tokenName");
        assertProblem(typed(ann, "x".repeat(101), "7", "", "profile"), "tokenName");
        assertProblem(typed(ann, "x", "7", ""), "tokenScopes");
        assertProblem(typed(ann, "x", "7", "", "everything"), "tokenScopes");
        assertProblem(typed(ann, "x", "400", "", "profile"), "tokenDays");
        assertProblem(typed(ann, "x", "0", "", "profile"), "tokenDays");
        assertProblem(typed(ann, "x", "date", "soon", "profile"), "tokenUntil");
        assertProblem(typed(ann, "x", "date", "2020-01-31", "profile"), "tokenUntil");
        assertProblem(typed(ann, "x", "date", "2999-01-31", "profile"), "tokenUntil");
        assertEquals(before, listed(ann).size());
    }

    private static void assertProblem(Page page, String field) {
        assertEquals(422, page.status(), page::text);
        assertEquals(List.of("#" + field), page.html().select(".notice.bad a").eachAttr("href"));
    }

    @Test
    @DisplayName("A-04 K-17 an ordinary person's token never has the scope admin, whatever is posted")
    void nobody_mints_the_scope_admin_who_is_no_administrator() {
        assertTrue(ann.get("/profile").html().select("input[name=tokenScopes][value=admin]").isEmpty());
        assertEquals(403, typed(ann, "escalation", "7", "", "profile", "admin").status());
        assertFalse(listed(ann).contains("escalation"));
    }

    @Test
    @DisplayName("A-03 one cannot end somebody else's token")
    void one_ends_ones_own_tokens_only() {
        String token = minted(ann, "mine alone", "profile");
        Form end = end(ann, "mine alone");
        Visitor bob = town.resident("token-bob", PASSWORD);
        assertEquals(404, bob.post(end.action().getPath(), Bindings.token(bob)).status());
        assertEquals(200, Program.with(token).get("/api/me").status());
    }

    @Test
    void all_are_ended_at_once_and_a_new_password_points_there() {
        Visitor carl = town.resident("token-carl", PASSWORD);
        String one = minted(carl, "one", "profile");
        String two = minted(carl, "two", "profile", "verify");
        Page saved = carl.follow(Myself.setPassword(carl, "forty blue kettles", PASSWORD));
        assertTrue(saved.html().select(".notice").text().contains("access tokens still work"), saved::text);
        assertEquals(200, Program.with(one).get("/api/me").status());
        assertEquals(303, carl.submit(carl.get("/profile").formTo("/profile/tokens/revoke")).status());
        assertEquals(401, Program.with(one).get("/api/me").status());
        assertEquals(401, Program.with(two).get("/api/me").status());
    }

    @Test
    @DisplayName("K-14 a token comes as Bearer or as AList's bare word, and tells whose it is")
    void a_token_is_taken_in_two_ways() {
        String token = minted(ann, "two ways", "profile");
        for (String value : List.of("Bearer " + token, "bearer  " + token, token, " " + token + " ")) {
            Page page = Program.authorized(value).get("/api/me");
            assertEquals(200, page.status(), value);
            assertEquals("token-ann", Program.data(page).get("username").textValue());
            assertTrue(page.headers().allValues("set-cookie").isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer", "Bearer ", "Bearer x", "Bearer app_x", "app_", "app_junk", "x", "", "Token %s", "Basic %b", "Bearer %s%s", "Bearer %s,Bearer %s", "%s x", "Digest x", "Bearer\u00e9"})
    @DisplayName("K-14 an Authorization that is no token is 401, and the cookie beside it is not asked")
    void what_is_no_token_is_refused(String value) {
        String token = minted(ann, "wrong", "profile");
        String basic = Base64.getEncoder().encodeToString(("x:" + token).getBytes());
        for (String path : List.of("/api/me", "/api/public/settings", "/api/nothing")) {
            Page page = ann.get(path, "Authorization", value.replace("%s", token).replace("%b", basic));
            assertEquals(401, page.status(), path);
            assertEquals("Bearer error=\"invalid_token\"", page.header("WWW-Authenticate").orElseThrow());
            assertEquals("The access token is mistyped, expired or ended.", Program.message(page));
        }
        ann.submit(end(ann, "wrong"));
    }

    @Test
    @DisplayName("K-16 two Authorization headers are 400; a token in the query or in a form is not read; beside a cookie the token counts")
    void a_request_has_one_credential() {
        String token = minted(ann, "sixteen", "profile");
        assertEquals(400, Program.with(token).get("/api/me", "Authorization", "Bearer " + token).status());
        assertEquals(401, Program.anonymous().get("/api/me?access_token=" + token + "&token=" + token).status());
        assertEquals(415, House.here().visitor().send("POST", "/api/me/update", "application/x-www-form-urlencoded", "access_token=" + token).status());
        Page both = stage.admin().visitor().get("/api/me", "Authorization", "Bearer " + token);
        assertEquals("token-ann", Program.data(both).get("username").textValue());
        assertEquals(403, stage.admin().visitor().get("/api/admin/setting/list", "Authorization", "Bearer " + token).status());
    }

    @Test
    void a_page_reads_no_authorization() {
        String token = minted(ann, "no pages", "profile");
        assertEquals("/login", Program.with(token).get("/profile").location().getPath());
        assertEquals(200, ann.get("/profile", "Authorization", "Basic eDp5").status());
    }

    @Test
    @DisplayName("K-15 a token without the scope is 403 insufficient_scope")
    void the_scope_decides() {
        Program verify = Program.with(minted(ann, "verify only", "verify"));
        for (Page page : List.of(verify.get("/api/me"), verify.post("/api/me/update", "{}"), verify.get("/api/admin/setting/list"))) {
            assertEquals(403, page.status());
            assertEquals("Bearer error=\"insufficient_scope\"", page.header("WWW-Authenticate").orElseThrow());
        }
        String adminWithoutAdmin = minted(stage.admin().visitor(), "it profile only", "profile");
        assertEquals(200, Program.with(adminWithoutAdmin).get("/api/me").status());
        assertEquals(403, Program.with(adminWithoutAdmin).get("/api/admin/setting/list").status());
        String adminOnly = minted(stage.admin().visitor(), "it admin only", "admin");
        assertEquals(200, Program.with(adminOnly).get("/api/admin/setting/list").status());
        assertEquals(403, Program.with(adminOnly).get("/api/me").status());
        stage.admin().visitor().submit(stage.admin().visitor().get("/profile").formTo("/profile/tokens/revoke"));
    }

    @Test
    @DisplayName("K-17 a token mints and ends no token, binds and unbinds nothing, and changes no password and no name")
    void a_token_does_nothing_sensitive() {
        String token = minted(ann, "seventeen", "profile", "verify");
        Program program = Program.with(token);
        String slug = stage.oauth("Seventeen").slug();
        for (Page page : List.of(program.get("/api/me/tokens"), program.post("/api/me/tokens", "{\"name\":\"x\",\"scopes\":[\"profile\"],\"days\":7}"),
                program.post("/api/me/tokens/1/revoke"), program.post("/api/me/tokens/revoke"), program.post("/api/me/bindings/" + slug),
                program.post("/api/me/bindings/" + slug + "/unbind"), program.post("/api/me/update", "{\"password\":\"fifty blue kettles\",\"current_password\":\"" + PASSWORD + "\"}"),
                program.post("/api/me/update", "{\"username\":\"token-else\",\"current_password\":\"" + PASSWORD + "\"}"))) {
            assertEquals(403, page.status(), page::text);
            assertTrue(Program.message(page).contains("not with an access token"), page::text);
        }
        assertEquals(303, Login.with(House.here().visitor(), "token-ann", PASSWORD).status());
        assertEquals(200, program.get("/api/me").status());
    }

    @Test
    @DisplayName("X-08 no foreign page gets an answer it may read")
    void no_answer_is_for_foreign_pages() {
        Page page = Program.with(minted(ann, "cors", "profile")).get("/api/me", "Origin", "https://evil.test");
        assertTrue(page.header("Access-Control-Allow-Origin").isEmpty());
        assertEquals(405, ann.send("OPTIONS", "/api/me", "application/json", "", "Origin", "https://evil.test").status());
        assertNotEquals(200, ann.send("POST", "/api/me/update", "application/json", "{}", "Origin", "https://evil.test").status());
    }
}

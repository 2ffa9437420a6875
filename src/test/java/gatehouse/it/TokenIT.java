package gatehouse.it;

import static gatehouse.it.OwnTokens.end;
import static gatehouse.it.OwnTokens.minted;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a program may do with an access token. */
@InHouse
class TokenIT {

    private static final String PASSWORD = "thirty blue kettles";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Visitor ann = new Town(stage).resident("token-ann", PASSWORD);

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
        assertEquals(303, Login.anew("token-ann", PASSWORD).status());
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

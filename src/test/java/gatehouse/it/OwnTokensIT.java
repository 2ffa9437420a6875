package gatehouse.it;

import static gatehouse.it.OwnTokens.end;
import static gatehouse.it.OwnTokens.listed;
import static gatehouse.it.OwnTokens.minted;
import static gatehouse.it.OwnTokens.typed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Access tokens on the profile: made, listed and ended there. */
@InHouse
class OwnTokensIT {

    private static final String PASSWORD = "thirty blue kettles";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Town town = new Town(stage);
    private static final Visitor ann = town.resident("own-ann", PASSWORD);

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
        Visitor bob = town.resident("own-bob", PASSWORD);
        assertEquals(404, bob.post(end.action().getPath(), Bindings.token(bob)).status());
        assertEquals(200, Program.with(token).get("/api/me").status());
    }

    @Test
    void all_are_ended_at_once_and_a_new_password_points_there() {
        Visitor carl = town.resident("own-carl", PASSWORD);
        String one = minted(carl, "one", "profile");
        String two = minted(carl, "two", "profile", "verify");
        Page saved = carl.follow(Myself.setPassword(carl, "forty blue kettles", PASSWORD));
        assertTrue(saved.html().select(".notice").text().contains("access tokens still work"), saved::text);
        assertEquals(200, Program.with(one).get("/api/me").status());
        assertEquals(303, carl.submit(carl.get("/profile").formTo("/profile/tokens/revoke")).status());
        assertEquals(401, Program.with(one).get("/api/me").status());
        assertEquals(401, Program.with(two).get("/api/me").status());
    }
}

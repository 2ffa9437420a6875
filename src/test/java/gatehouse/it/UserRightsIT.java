package gatehouse.it;

import static gatehouse.it.Myself.signedIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.AtOnce;
import gatehouse.it.Desk.Newcomer;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an administrator gives and takes holds at the next request. */
@InHouse
class UserRightsIT {

    private static final String PASSWORD = "nine quiet lanterns";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Desk desk = new Desk(stage.admin().visitor());

    @Test
    @DisplayName("A-10 K-02 an administrator made by hand signs in anew; taken away, the next request is refused")
    void rights_come_and_go_at_once() {
        Newcomer dora = desk.add("u-promoted");
        Visitor visitor = Desk.arrives(dora, PASSWORD);
        assertEquals(403, visitor.get("/admin/users").status());
        assertEquals(303, desk.roles(dora.address(), "administrator").status());
        assertFalse(signedIn(visitor));
        assertEquals(303, Login.with(visitor, "u-promoted", PASSWORD).status());
        assertEquals(200, visitor.get("/admin/users").status());
        assertEquals(303, desk.roles(dora.address()).status());
        assertEquals(403, visitor.get("/admin/users").status());
        assertTrue(signedIn(visitor));
    }

    @Test
    @DisplayName("The last administrator is not disabled, demoted, deleted or unbound, also when two take each other away at once")
    void the_last_administrator_stays() throws Exception {
        String own = desk.find("admin");
        for (Page refused : List.of(desk.press(own, "disable"), desk.roles(own, "user"), desk.press(own, "one-time-password"), desk.delete(own))) {
            assertEquals(409, refused.status(), refused::text);
            assertTrue(refused.html().select("[role=alert]").text().contains("The last administrator stays"), refused::text);
        }
        Newcomer eve = desk.add("u-rival");
        Visitor rival = Desk.arrives(eve, PASSWORD);
        assertEquals(303, desk.roles(eve.address(), "administrator").status());
        assertEquals(303, Login.with(rival, "u-rival", PASSWORD).status());
        Form mine = desk.visitor().get(eve.address()).formTo("/disable");
        Form theirs = rival.get(own).formTo("/disable");
        List<Page> answers = AtOnce.all(2, at -> () -> at == 0 ? desk.visitor().submit(mine) : rival.submit(theirs));
        boolean rivalLost = answers.get(0).status() == 303 && !answers.get(0).location().getPath().equals("/login");
        Visitor winner = rivalLost ? desk.visitor() : rival;
        assertEquals(200, winner.get("/admin/users").status());
        assertFalse((rivalLost ? rival : desk.visitor()).get("/admin/users").status() == 200);
        if (!rivalLost) revive(rival, own);
        assertEquals(303, desk.delete(eve.address()).status());
    }

    /** The administrator of all tests is enabled again and signs in. */
    private static void revive(Visitor rival, String own) {
        assertEquals(303, new Desk(rival).press(own, "enable").status());
        assertEquals(303, Login.with(desk.visitor(), "admin", House.adminPassword()).status());
    }

    @Test
    @DisplayName("K-09 K-13 sessions of others are listed, ended one by one and all; a deleted person is out and the name is never given away")
    void sessions_end_and_deleting_is_final() {
        Newcomer fay = desk.add("u-deleted");
        Visitor one = Desk.arrives(fay, PASSWORD);
        Visitor two = House.here().visitor();
        assertEquals(303, Login.with(two, "u-deleted", PASSWORD).status());
        Page page = desk.visitor().get(fay.address());
        assertEquals(2, page.html().select("form[action*=/sessions/]:not([action$=/sessions/end])").size());
        assertEquals(303, desk.visitor().submit(page.form("form[action*=/sessions/]:not([action$=/sessions/end])")).status());
        assertTrue(signedIn(one) != signedIn(two));
        Visitor three = House.here().visitor();
        assertEquals(303, Login.with(three, "u-deleted", PASSWORD).status());
        assertEquals(303, desk.press(fay.address(), "sessions/end").status());
        assertFalse(signedIn(one) || signedIn(two) || signedIn(three));
        assertEquals(303, Login.with(three, "u-deleted", PASSWORD).status());
        assertEquals(303, desk.delete(fay.address()).status());
        assertFalse(signedIn(three));
        assertEquals(404, desk.visitor().get(fay.address()).status());
        Form again = desk.visitor().get("/admin/users/new").formTo("/admin/users/new").with("username", "U-deleted");
        assertEquals(422, desk.visitor().submit(again).status());
    }
}

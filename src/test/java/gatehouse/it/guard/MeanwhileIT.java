package gatehouse.it.guard;

import static gatehouse.it.guard.Asked.bearer;
import static gatehouse.it.guard.Asked.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Desk;
import gatehouse.it.InHouse;
import gatehouse.it.Page;
import gatehouse.it.Visitor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What changes while people are at a guarded service counts at the next question. */
@InHouse
@DisabledOnOs(OS.MAC)
class MeanwhileIT {

    private static final String PRESS = "press.meanwhile.test";
    private static final String ROLES = "/admin/roles";
    @AutoClose
    private static Guards guards;
    private static Visitor admin;

    @BeforeAll
    static void open() {
        guards = new Guards();
        admin = guards.stage().admin().visitor();
    }

    private static Raw.Answer asked(Guards.Somebody who, String host) {
        return Ask.forwarded("GET", host, "/x").with(bearer(who)).answer();
    }

    /** Adds a role. @return its page */
    private static String role(String name) {
        Page answer = admin.submit(admin.get(ROLES + "/new").formTo(ROLES + "/new").with("name", name, "permissionSum", "0"));
        assertEquals(303, answer.status(), answer::text);
        return ROLES + "/" + ticked(name);
    }

    /** The role's id, as a service's page ticks it. */
    private static String ticked(String name) {
        return admin.get("/admin/services/new").html().select("label.tick:has(input[name=roles])").stream().filter(label -> label.text().startsWith(name)).findFirst()
                .orElseThrow().selectFirst("input").val();
    }

    @Test
    @DisplayName("A-* who gets a role is let in, and who loses it is out; a role that is deleted lets in nobody")
    void a_role_counts_at_once() {
        String role = role("Meanwhile press");
        guards.add("Press", "https://" + PRESS, "ROLES", "roles", ticked("Meanwhile press"), "open", "/pub");
        Guards.Somebody ann = guards.somebody("meanwhile-ann", 16383, "/");
        Desk desk = new Desk(admin);
        String page = desk.find(ann.username());
        refused(403, asked(ann, PRESS));
        assertEquals(303, desk.roles(page, "Meanwhile press").status());
        assertTrue(asked(ann, PRESS).header("Remote-Groups").orElseThrow().contains("Meanwhile press"));
        assertEquals(303, desk.roles(page).status());
        refused(403, asked(ann, PRESS));
        assertEquals(303, desk.roles(page, "Meanwhile press").status());
        assertEquals(200, asked(ann, PRESS).status());
        assertEquals(303, admin.submit(admin.get(role + "/delete").formTo("/delete")).status());
        refused(403, asked(ann, PRESS));
        assertEquals(200, Ask.forwarded("GET", PRESS, "/pub/x").answer().status(), "what is public stays so");
    }

    @Test
    @DisplayName("a service that is moved or deleted is guarded no more at its old address, and nobody passes there")
    void a_service_that_is_gone_lets_nobody_in() {
        Guards.Somebody bob = guards.somebody("meanwhile-bob", 0, "/");
        String page = guards.add("Moving", "https://old.meanwhile.test", "SIGNED_IN", "open", "/");
        assertEquals(200, asked(bob, "old.meanwhile.test").status());
        guards.change(page, "address", "https://new.meanwhile.test");
        refused(403, asked(bob, "old.meanwhile.test"));
        refused(401, Ask.forwarded("GET", "old.meanwhile.test", "/x").answer());
        assertEquals(200, asked(bob, "new.meanwhile.test").status());
        guards.change(page, "mode", "WEBDAV", "open", "");
        refused(403, asked(bob, "new.meanwhile.test"));
        refused(401, Ask.forwarded("GET", "new.meanwhile.test", "/x").answer());
        assertEquals(303, admin.submit(admin.get(page + "/delete").formTo("/delete")).status());
        refused(403, asked(bob, "new.meanwhile.test"));
        refused(401, Ask.forwarded("GET", "new.meanwhile.test", "/x").answer());
    }
}

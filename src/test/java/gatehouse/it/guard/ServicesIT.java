package gatehouse.it.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Form;
import gatehouse.it.House;
import gatehouse.it.InHouse;
import gatehouse.it.Page;
import gatehouse.it.Visitor;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InHouse
class ServicesIT {

    @AutoClose
    private static Guards guards;
    private static Visitor admin;

    @BeforeAll
    static void open() {
        guards = new Guards();
        admin = guards.stage().admin().visitor();
    }

    private static Form blank() {
        return admin.get("/admin/services/new").formTo("/new").with("signIn", House.here().address().toString());
    }

    @Test
    void a_service_is_added_changed_and_taken_away() {
        String page = guards.add("Wiki & more", "https://Wiki.Services.test:443/", "SIGNED_IN");
        assertEquals("https://wiki.services.test", admin.get(page).formTo(page).value("address"));
        assertTrue(admin.get("/admin/services").html().text().contains("Wiki & more"));
        guards.change(page, "name", "Notes", "mode", "FILES", "open", "/a\n/b");
        assertEquals("FILES", admin.get(page).html().selectFirst("[name=mode][checked]").val());
        for (String proxy : new String[] {"nginx", "caddy", "traefik"}) {
            String configuration = guards.configuration(page, proxy);
            assertTrue(configuration.contains("wiki.services.test") && configuration.contains("http://127.0.0.1:" + House.port()), configuration);
        }
        assertEquals(303, admin.submit(admin.get(page + "/delete").formTo("/delete")).status());
        assertEquals(404, admin.get(page).status());
        assertEquals(404, admin.get(page + "/delete").status());
    }

    @Test
    void what_is_typed_wrong_is_said_and_kept() {
        Page answer = admin.submit(blank().with("name", "", "address", "nowhere", "open", "/a;b"));
        assertEquals(422, answer.status());
        for (String field : new String[] {"name", "address", "open"}) assertTrue(answer.html().selectFirst("#" + field + "-error") != null, field);
        assertEquals("nowhere", answer.formTo("/new").value("address"));
        guards.add("One", "https://one.services.test", "SIGNED_IN");
        Page taken = admin.submit(blank().with("name", "Two", "address", "https://one.services.test"));
        assertEquals(422, taken.status());
        assertTrue(taken.html().selectFirst("#address-error").text().contains("One"), taken::text);
    }

    @Test
    void whoever_saves_over_somebody_else_is_told() {
        String page = guards.add("Shared", "https://shared.services.test", "SIGNED_IN");
        Form mine = admin.get(page).formTo(page);
        guards.change(page, "name", "Theirs");
        assertEquals(409, admin.submit(mine.with("name", "Mine")).status());
        assertEquals("Theirs", admin.get(page).formTo(page).value("name"));
    }

    @Test
    @DisplayName("A-* people who are no administrators see and change nothing")
    void only_administrators_guard() {
        String page = guards.add("Closed", "https://closed.services.test", "SIGNED_IN");
        Visitor ann = guards.somebody("services-ann", 16383, "/").visitor();
        for (String path : new String[] {"/admin/services", "/admin/services/new", page, page + "/delete"}) assertEquals(403, ann.get(path).status(), path);
        assertEquals(404, admin.get("/admin/services/999999").status());
        assertEquals(404, admin.get("/admin/services/x").status());
    }

    @Test
    @DisplayName("what is told of a change stands in the log")
    void changes_are_told() {
        guards.add("Told <b>", "https://told.services.test", "SIGNED_IN");
        Page log = admin.get("/admin/audit");
        assertTrue(log.html().text().contains("Guarded service added"), log::text);
        assertFalse(log.text().contains("Told <b>"));
    }

    @Test
    @DisplayName("below /.gatehouse/ nothing is there but what crosses over")
    void nothing_else_is_below_gatehouse() {
        for (String path : new String[] {"/.gatehouse/", "/.gatehouse/x", "/.gatehouse/pass", "/.gatehouse/start", "/.gatehouse/start?to=Lw"}) {
            assertEquals(404, House.here().visitor().get(path).status(), path);
        }
        assertEquals(400, House.here().visitor().get("/.gatehouse/arrive?ticket=x").status());
        assertEquals(405, House.here().visitor().send("HEAD", "/.gatehouse/arrive", "text/plain", "").status());
    }
}

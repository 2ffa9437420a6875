package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Desk.Newcomer;
import gatehouse.it.provider.Person;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InHouse
class UsersIT {

    private static final String PASSWORD = "nine quiet lanterns";
    private static Stage stage;
    private static Stage.Placed works;
    private static Desk desk;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        works = stage.oidc("People Works");
        desk = new Desk(stage.admin().visitor());
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Page login(String name, String password) {
        return Login.with(House.here().visitor(), name, password);
    }

    private static boolean signedIn(Visitor visitor) {
        return visitor.get("/profile").status() == 200;
    }

    @Test
    @DisplayName("A21 added with a directory and permissions: the one-time password opens once, must be replaced, and is shown nowhere else")
    void an_added_person_signs_in_and_chooses_a_password() {
        Visitor admin = desk.visitor();
        Form form = admin.get("/admin/users/new").formTo("/admin/users/new").with("username", "u-added", "basePath", "/test1/{username}", "permissionSum", "152",
                "nickname", "Ann", "email", "ann@good.test");
        Page shown = admin.submit(form);
        String password = shown.html().selectFirst("input#password").val();
        assertTrue(password.matches("([a-z2-9]{4}-){4}[a-z2-9]{4}"), password);
        String address = desk.find("u-added");
        assertFalse(admin.get(address).text().contains(password));
        Visitor ann = Desk.arrives(new Newcomer("u-added", address, password), PASSWORD);
        Myself ours = Myself.of(ann);
        assertEquals(List.of("/test1/u-added", "152", "ann@good.test"), List.of(ours.basePath(), "" + ours.permission(), ours.field("email")));
        assertEquals(401, login("u-added", password).status());
        Page taken = admin.submit(form.with("username", "U-Added"));
        assertEquals(422, taken.status());
        assertEquals("U-Added", taken.html().selectFirst("input#username").val());
    }

    @Test
    @DisplayName("A21 K-09 a disabled person is refused at once by every way, the page says so, and enabling lets them in again")
    void disabling_ends_sessions() {
        Newcomer bob = desk.add("u-disabled");
        Visitor visitor = Desk.arrives(bob, PASSWORD);
        assertEquals(303, Bindings.bind(visitor, place("u-disabled")).status());
        Visitor byProvider = Trip.signIn(works.slug());
        assertEquals(303, desk.press(bob.address(), "disable").status());
        assertFalse(signedIn(visitor) || signedIn(byProvider));
        assertEquals(401, login("u-disabled", PASSWORD).status());
        assertEquals(403, Trip.begin(House.here().visitor(), works.slug()).end().status());
        assertEquals("disabled", desk.visitor().get(bob.address()).html().selectFirst(".head .tag").text());
        assertEquals(303, desk.press(bob.address(), "enable").status());
        assertFalse(signedIn(visitor));
        assertEquals(303, login("u-disabled", PASSWORD).status());
    }

    /** From now on the provider says that this person is there. @return its slug */
    private static String place(String subject) {
        works.fake().person(Person.named(subject, subject + "-there"));
        return works.slug();
    }

    @Test
    @DisplayName("B-09 B-21 an administrator sees the subject of each binding and unbinds it; the last way in only after a one-time password")
    void an_administrator_unbinds() {
        place("u-bound");
        Visitor visitor = Trip.signIn(works.slug());
        String address = desk.find("u-bound-there");
        Page page = desk.visitor().get(address);
        assertTrue(page.html().select("td code").eachText().contains("u-bound"), page::text);
        Form unbind = page.form("form[action$=/unbind]");
        Page refused = desk.visitor().submit(unbind);
        assertEquals(409, refused.status());
        assertTrue(refused.html().select("[role=alert]").text().contains("one-time password first"), refused::text);
        assertTrue(signedIn(visitor));
        Page once = desk.press(address, "one-time-password");
        assertEquals(200, once.status(), once::text);
        assertFalse(signedIn(visitor));
        assertEquals(303, desk.visitor().submit(unbind).status());
        assertEquals(404, desk.visitor().submit(unbind).status());
        assertEquals(303, login("u-bound-there", once.html().selectFirst("input#password").val()).status());
        assertTrue(desk.visitor().get(address).html().select("form[action$=/unbind]").isEmpty());
    }

    @Test
    @DisplayName("A-12 two administrators save one account: 409 with three values of each field, and nothing typed is lost")
    void the_second_of_two_sees_both() {
        Newcomer carol = desk.add("u-conflict");
        Form first = desk.visitor().get(carol.address()).formTo(carol.address());
        Form second = first.with("basePath", "/second", "permissionSum", "8");
        assertEquals(303, desk.visitor().submit(first.with("basePath", "/first", "nickname", "Carol")).status());
        Page answer = desk.visitor().submit(second);
        assertEquals(409, answer.status());
        Element row = answer.html().selectFirst("tr:contains(/second)");
        assertEquals(List.of("/", "/second", "/first"), row.select("td").eachText().subList(0, 3));
        Form again = answer.formTo(carol.address());
        assertEquals(List.of("/second", "Carol", "8"), List.of(again.value("basePath"), again.value("nickname"), again.value("permissionSum")));
        assertEquals(303, desk.visitor().submit(again).status());
        Form saved = desk.visitor().get(carol.address()).formTo(carol.address());
        assertEquals(List.of("/second", "Carol", "8"), List.of(saved.value("basePath"), saved.value("nickname"), saved.value("permissionSum")));
    }

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
    void the_last_administrator_stays() {
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
        List<Page> answers = Crowd.of(2, at -> at == 0 ? desk.visitor().submit(mine) : rival.submit(theirs));
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

    @Test
    @DisplayName("V-01 hostile names, subjects and search words are plain text in the list, on the page and in every question")
    void hostile_names_are_text() {
        String payload = "\"'><img src=x onerror=alert(1)></script><script>alert(1)</script>";
        works.fake().person(Person.named("v01" + payload, "v01-people").with("nickname", payload).with("phone_number", payload).with("profile", payload).with("name", payload));
        Trip.signIn(works.slug());
        Visitor admin = desk.visitor();
        String address = desk.find("v01-people");
        String asked = Parameters.listed("q", payload, "in", payload, "state", payload, "role", payload, "after", payload).encoded();
        for (Page page : List.of(admin.get("/admin/users"), admin.get("/admin/users?" + asked), admin.get(address), admin.get(address + "/delete"), desk.press(address, "one-time-password"))) {
            assertEquals(200, page.status());
            assertEquals(1, page.html().select("script").size(), page::text);
            assertEquals(0, page.html().select("img[onerror], img[src=x]").size(), page::text);
        }
        assertTrue(admin.get(address).html().wholeText().contains("v01" + payload));
        assertEquals(payload, admin.get("/admin/users?" + asked).html().selectFirst("input#q").val());
    }

    @Test
    @DisplayName("A-16 nonsense in an address or a form is refused without a fault")
    void nonsense_is_no_fault() {
        Visitor admin = desk.visitor();
        Parameters token = Parameters.listed("csrf", admin.get("/admin/users/new").csrf());
        for (String path : List.of("/admin/users/abc", "/admin/users/0", "/admin/users/99999999999999999999", "/admin/roles/x", "/admin/roles/0")) {
            assertEquals(404, admin.get(path).status(), path);
            assertEquals(404, admin.post(path, token).status(), path);
        }
        String own = desk.find("admin");
        assertEquals(400, admin.post(own + "/roles", token.and("roles", "1 or 1=1")).status());
        assertEquals(422, admin.post(own, token).status());
        assertEquals(422, admin.post("/admin/users/new", token).status());
        assertEquals(404, admin.post(own + "/bindings/0/unbind", token).status());
        assertEquals(404, admin.post(own + "/sessions/0/end", token).status());
        assertEquals(200, admin.get("/admin/users?q=%25&after=%20&last=1&role=9999999999999999999").status());
    }

    @Test
    @DisplayName("I17 the side menu of the user management leads to users, roles and providers")
    void the_side_menu_leads_there() {
        List<String> menu = desk.visitor().get("/admin/users").html().select("nav.side a").eachAttr("href");
        assertTrue(menu.containsAll(List.of("/admin/users", "/admin/roles", "/admin/providers")), menu.toString());
    }
}

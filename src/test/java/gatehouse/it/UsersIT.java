package gatehouse.it;

import static gatehouse.it.Myself.signedIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Desk.Newcomer;
import gatehouse.it.provider.Person;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class UsersIT {

    private static final String PASSWORD = "nine quiet lanterns";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("People Works");
    private static final Desk desk = new Desk(stage.admin().visitor());

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
        assertEquals(401, Login.anew("u-added", password).status());
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
        assertEquals(401, Login.anew("u-disabled", PASSWORD).status());
        assertEquals(403, Trip.begin(House.here().visitor(), works.slug()).end().status());
        assertEquals("disabled", desk.visitor().get(bob.address()).html().selectFirst(".head .tag").text());
        assertEquals(303, desk.press(bob.address(), "enable").status());
        assertFalse(signedIn(visitor));
        assertEquals(303, Login.anew("u-disabled", PASSWORD).status());
    }

    /** From now on the provider says that this person is there. @return its slug */
    private static String place(String subject) {
        works.person(Person.named(subject, subject + "-there"));
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
        assertEquals(303, Login.anew("u-bound-there", once.html().selectFirst("input#password").val()).status());
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
    @DisplayName("V-01 hostile names, subjects and search words are plain text in the list, on the page and in every question")
    void hostile_names_are_text() {
        String payload = "\"'><img src=x onerror=alert(1)></script><script>alert(1)</script>";
        works.person(Person.named("v01" + payload, "v01-people").with("nickname", payload).with("phone_number", payload).with("profile", payload).with("name", payload));
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

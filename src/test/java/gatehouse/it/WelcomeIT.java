package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a one-time password to the first provider, by links and buttons of pages alone. The settings are saved before, so the third step is done. */
@InHouse
class WelcomeIT {

    private static final String PASSWORD = "eleven quiet harbours";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Desk desk = new Desk(stage.admin().visitor());
    private static final List<Desk.Newcomer> MADE = new ArrayList<>();

    @BeforeAll
    static void open() {
        empty();
    }

    @AfterEach
    void emptyAgain() {
        empty();
    }

    /** Other tests count the administrators. */
    @AfterAll
    static void close() {
        MADE.stream().filter(one -> desk.visitor().get(one.address()).status() == 200).forEach(one -> desk.roles(one.address()));
    }

    /** A house without a provider. */
    private static void empty() {
        desk.visitor().get("/admin/providers").html().select("form.actions").eachAttr("action").forEach(action -> stage.admin().delete(action.substring(action.lastIndexOf('/') + 1)));
    }

    private static Desk.Newcomer administrator(String name) {
        Desk.Newcomer newcomer = desk.add(name);
        desk.roles(newcomer.address(), "administrator");
        MADE.add(newcomer);
        return newcomer;
    }

    /** Comes to the door, signs in with the one-time password, and chooses another. */
    private static Stroll arrival(Desk.Newcomer newcomer) {
        Stroll stroll = new Stroll(House.here().visitor(), "/").press("form[action='/login'] button", "username", newcomer.username(), "password", newcomer.oneTimePassword());
        assertEquals("Choose your password", stroll.here().h1());
        return stroll.press("form[action='/profile/password'] button", "password", PASSWORD, "repeated", PASSWORD);
    }

    private static List<String> steps(Stroll stroll) {
        return stroll.here().html().select(".step .tag").eachText();
    }

    /** Of the provider: whether it is added, tried, and bound. */
    private static List<Boolean> ticks(Stroll stroll) {
        return stroll.here().html().select(".steps .trace .dot").stream().map(Element::hasText).toList();
    }

    @Test
    @DisplayName("A new administrator is led from the one-time password to a provider that was tried, bound, and signs them in")
    void a_new_administrator_is_led_to_the_first_provider() {
        Desk.Newcomer admin = administrator("welcome-admin");
        try (FakeProvider harbour = FakeProvider.oidc("localhost").person(Person.named("welcome-there", "harbour-master"))) {
            Stroll stroll = arrival(admin);
            assertEquals("/admin/welcome First steps", stroll.here().address().getPath() + " " + stroll.here().h1());
            assertTrue(stroll.text("[role=status]").contains("password is saved"), stroll.here()::text);
            assertEquals(List.of("Done", "Next", "Done"), steps(stroll));
            stroll.link("main a[href$='preset=oidc']").press("main form button.primary", "name", "Harbour", "issuer", harbour.address(), "clientId", harbour.clientId(),
                    "clientSecret", harbour.clientSecret());
            assertEquals("Harbour", stroll.here().h1());
            assertTrue(stroll.text("[role=status]").contains("Harbour is added and enabled"), stroll.here()::text);
            stroll.link(".side a[href='/admin/welcome']");
            assertEquals(List.of(true, false, false), ticks(stroll));
            stroll.press(".steps form[action^='/admin/trial/'] button");
            assertEquals("/admin/trial", stroll.here().address().getPath());
            assertEquals(0, stroll.here().html().select(".dot.bad").size(), stroll.here()::text);
            stroll.link("main a[href='/admin/welcome']");
            assertEquals(List.of(true, true, false), ticks(stroll));
            stroll.press(".steps form[action^='/profile/bindings/'] button");
            assertEquals("/admin/welcome", stroll.here().address().getPath());
            assertTrue(stroll.text("[role=status]").contains("Harbour is now bound"), stroll.here()::text);
            assertEquals(List.of(true, true, true), ticks(stroll));
            assertEquals(List.of("Done", "Done", "Done"), steps(stroll));
            stroll.press("main form[action='/logout'] button").press("form.ways button");
            assertEquals("Your profile", stroll.here().h1());
            assertEquals("welcome-admin", stroll.here().formTo("/profile").value("username"));
        } finally {
            desk.delete(admin.address());
        }
    }

    @Test
    @DisplayName("Where there is a provider nobody is led to the first steps, and an administrator still finds them in the menu")
    void where_there_is_a_provider_nobody_is_led_there() {
        Desk.Newcomer admin = administrator("welcome-second");
        Stage.Placed works = stage.oidc("Welcome Works");
        Stroll stroll = arrival(admin);
        assertEquals("Your profile", stroll.here().h1());
        stroll.link("header a[href='/admin']");
        assertEquals("/admin/sso", stroll.here().address().getPath());
        stroll.link(".side a[href='/admin/welcome']");
        assertEquals(List.of("Done", "Next", "Done"), steps(stroll));
        stage.remove(works);
        desk.delete(admin.address());
    }

    @Test
    @DisplayName("An administrator who left comes back: by the empty list of the profile, and by Admin in the bar")
    void the_first_steps_are_found_again() {
        assertEquals("First steps", new Stroll(desk.visitor(), "/profile").link("main a[href='/admin/welcome']").here().h1());
        Stroll stroll = new Stroll(desk.visitor(), "/profile").link("header a[href='/admin']");
        assertEquals("First steps", stroll.here().h1());
        assertEquals("Your profile", stroll.link(".head .actions a").here().h1());
    }

    @Test
    @DisplayName("A-01 the first steps are for administrators: a stranger signs in first, somebody else gets 403 and is never led there")
    void the_first_steps_are_for_administrators() {
        Visitor stranger = House.here().visitor();
        assertEquals("/login", stranger.get("/admin/welcome").location().getPath());
        assertEquals(405, desk.visitor().post("/admin/welcome", Parameters.listed("csrf", desk.visitor().get("/admin/sso").csrf())).status());
        Desk.Newcomer user = desk.add("welcome-user");
        Stroll stroll = arrival(user);
        assertEquals("Your profile", stroll.here().h1());
        assertTrue(stroll.text("[role=status]").contains("password is saved"), stroll.here()::text);
        assertEquals(0, stroll.here().html().select("a[href^='/admin']").size());
        Visitor known = House.here().visitor();
        Login.with(known, user.username(), PASSWORD);
        for (String path : List.of("/admin", "/admin/welcome")) assertEquals(403, known.get(path).status(), path);
        desk.delete(user.address());
    }

    @Test
    @DisplayName("B-01 a bind comes back only to a page of ours")
    void a_bind_comes_back_to_a_page_of_ours() {
        Stage.Placed works = stage.oidc("Welcome Works");
        works.person(Person.named("welcome-bound", "welcome-bound"));
        for (String[] pair : new String[][] {{"/admin/welcome", "/admin/welcome"}, {"//evil.test/", "/"}, {"https://evil.test/", "/"}, {"/logout", "/"}, {"", "/profile"}}) {
            Page departure = desk.visitor().post("/profile/bindings/" + works.slug(), Bindings.token(desk.visitor()).and("to", pair[0]));
            assertEquals(pair[1], Trip.begun(desk.visitor(), departure).end().location().getPath(), pair[0]);
        }
        stage.remove(works);
    }
}

package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way through the product, by hand in a real browser. */
@InHouse
@Needs({"chromium", "chromedriver"})
class StoryIT {

    @RegisterExtension
    private static final Stage stage = new Stage();

    @Test
    @DisplayName("The story, with script, in the light")
    void with_script() {
        story(Look.ORDINARY, "Story One");
    }

    @Test
    @DisplayName("The story, with script off, in the dark on a phone")
    void without_script() {
        story(Look.ORDINARY.inTheDark().wide(400).withoutScript(), "Story Two");
    }

    private static void story(Look look, String name) {
        try (FakeProvider provider = FakeProvider.oidc("localhost").person(Person.named("story-" + name, name.toLowerCase()));
                Chromium chromium = Chromium.open(look)) {
            anAdministratorSetsItUp(chromium, provider, name);
            aPersonIsRegistered(chromium, name);
            unbindingIsRefusedUntilThereIsAPassword(chromium, name);
            assertEquals(List.of(), chromium.complaints());
        }
        stage.admin().delete(name.toLowerCase().replace(' ', '-'));
    }

    private static void anAdministratorSetsItUp(Chromium chromium, FakeProvider provider, String name) {
        open(chromium, "/login").type("username", "admin").type("password", House.adminPassword()).press("Sign in");
        assertEquals("Your profile", chromium.h1());
        open(chromium, "/admin/sso").type("defaultDir", "/test1").type("permissionSum", "152").press("Save");
        assertEquals("Saved. It takes effect at once.", chromium.find("[role=status]").getText());

        open(chromium, "/admin/providers").press("Add OAuth config");
        chromium.type("search", "openid connect").press("Search");
        chromium.pressAt("a[href$='preset=oidc']");
        chromium.press("Save");
        assertTrue(chromium.find("[role=alert]").getText().contains("There is a problem"));
        chromium.type("name", name).type("issuer", provider.address()).type("clientId", provider.clientId()).type("clientSecret", provider.clientSecret());
        chromium.press("Save");
        assertEquals(name, chromium.h1());
        assertTrue(chromium.find("#address-1").getDomProperty("value").startsWith("http://localhost"));
        chromium.press("First steps");
        chromium.pressAt(".steps form[action^='/admin/trial/'] button");
        assertEquals("Trial sign-in", chromium.h1());
        chromium.press("Sign out");
        assertEquals("Sign in", chromium.h1());
    }

    private static void aPersonIsRegistered(Chromium chromium, String name) {
        chromium.press("Continue with " + name);
        assertEquals("Your profile", chromium.h1());
        assertEquals(name.toLowerCase(), chromium.find("#username").getDomProperty("value"));
        assertEquals("/test1", chromium.find("dl.facts code").getText());
        assertEquals("152", chromium.find("dl.facts .tag").getText());
    }

    private static void unbindingIsRefusedUntilThereIsAPassword(Chromium chromium, String name) {
        chromium.press("Unbind " + name);
        assertTrue(chromium.find("[role=alert]").getText().contains("Set a password"), () -> chromium.find("main").getText());
        open(chromium, "/profile").type("newPassword", "a lamp on the stairs").press("Save");
        assertTrue(chromium.find("[role=status]").getText().contains("password"));
        chromium.press("Unbind " + name);
        assertTrue(chromium.find("[role=status]").getText().contains("no longer bound"));
        chromium.press("Bind " + name);
        assertTrue(chromium.find("[role=status]").getText().contains("is now bound"));
        chromium.find("form[action$=unbind] button");
    }

    private static Chromium open(Chromium chromium, String path) {
        return chromium.open(House.here().address() + path);
    }
}

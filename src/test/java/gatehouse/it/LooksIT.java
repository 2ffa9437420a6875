package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gatehouse.it.provider.Answer;
import gatehouse.it.provider.Person;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page in light, dark and 400 pixels: pictures under target/pictures, nothing cut off, nothing in the console. */
@InHouse
@NeedsChromium
class LooksIT {

    private static final Path PICTURES = Path.of("target/pictures");
    private static Stage stage;
    private static Stage.Placed works;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        works = stage.oidc("Acme Staff ID");
        stage.oauth("Harbour & Co. single sign-on for everybody");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @ParameterizedTest(name = "V-09 every page in {0}: fits 400 pixels, and the console stays empty")
    @ValueSource(strings = {"en", "zh-CN", "uk"})
    void pages_look_right_in(String language) {
        works.fake().person(Person.named("looks-" + language, "looks-" + language));
        try (Chromium chromium = Chromium.open(Look.ORDINARY.speaking(language))) {
            Sitting sitting = new Sitting(chromium, language);
            sitting.atTheDoor();
            sitting.onTheProfile();
            sitting.atTheDesk();
            assertEquals(List.of(), chromium.complaints());
        }
    }

    @Test
    @DisplayName("The sign-in page says what is wrong, in the dark too")
    void a_wrong_password_is_said() {
        try (Chromium chromium = Chromium.open()) {
            chromium.open(House.here().address() + "/login").type("username", "looks-nobody").type("password", "x").pressAt("form[action='/login'] button");
            new Sitting(chromium, "en").picture("login-wrong");
        }
    }

    /** One language's way through the pages. */
    private record Sitting(Chromium chromium, String language) {

        void atTheDoor() {
            show("/login", "login");
            stage.off("autoRegister");
            press("button[formaction='/sso/" + works.slug() + "']", "refused");
            stage.set("autoRegister", "true");
            show("/no-such-page", "not-found");
        }

        void onTheProfile() {
            show("/login", "login-again");
            press("button[formaction='/sso/" + works.slug() + "']", "profile");
            press("form[action='/profile/bindings/" + works.slug() + "/unbind'] button", "profile-refused");
            show("/profile/activity", "activity");
            chromium.pressAt("form[action='/logout'] button");
        }

        void atTheDesk() {
            chromium.type("username", "admin").type("password", House.adminPassword());
            press("form[action='/login'] button", "profile-admin");
            show("/admin/providers", "providers");
            show("/admin/providers/new", "presets");
            show("/admin/providers/new?preset=microsoft", "provider-new");
            press("main form button.primary", "provider-error");
            show("/admin/providers/" + works.slug(), "provider");
            show("/admin/providers/" + works.slug() + "/delete", "provider-delete");
            trials();
            show("/admin/audit", "audit");
            show("/admin/audit?kind=SIGN_IN_FAILED&from=2026-03-02&to=2026-03-01", "audit-error");
            show("/admin/status", "status");
            show("/admin/sso", "settings");
            chromium.find("#enabled").click();
            chromium.find("#compatibility").click();
            press("main form button.primary", "confirm");
            guardsAService();
            show("/again?next=/profile", "again");
            show("/api/auth/sso?method=get_sso_id", "choose-bind");
        }

        /** A good one, a failed one, and one that does not come back: the provider's page is stood for by ours. */
        private void trials() {
            show("/admin/trial", "trial-none");
            press("button[formaction='/admin/trial/" + works.slug() + "']", "trial-good");
            works.fake().tell("/token", Answer.json("{\"error\":\"redirect_uri_mismatch\",\"error_description\":\"The redirect_uri MUST match.\"}"));
            press("form[action='/admin/trial/" + works.slug() + "'] button", "trial-failed");
            works.fake().reset().tell("/authorize", Answer.redirect(302, House.here().address() + "/admin/trial"));
            press("form[action='/admin/trial/" + works.slug() + "'] button", "trial-waiting");
            works.fake().reset();
        }

        private void guardsAService() {
            show("/admin/services", "services-none");
            show("/admin/services/new", "service-new");
            press("main form button.primary", "service-error");
            chromium.type("name", "Files of everybody").type("address", "https://files.looks.test/" + language).find("[name=mode][value=WEBDAV]").click();
            press("main form button.primary", "service");
            chromium.find("summary").click();
            picture("service-nginx");
            show("/admin/services", "services");
            chromium.pressAt("td a.button");
            press("a.danger", "service-delete");
            chromium.pressAt("main form button.danger");
        }

        private void show(String path, String name) {
            chromium.open(House.here().address() + path);
            picture(name);
        }

        private void press(String css, String name) {
            chromium.pressAt(css);
            picture(name);
        }

        void picture(String name) {
            Look look = Look.ORDINARY.speaking(language);
            chromium.picture(PICTURES.resolve(name + "-" + language + ".png"), look);
            if (language.equals("en")) chromium.picture(PICTURES.resolve(name + "-dark.png"), look.inTheDark());
            chromium.picture(PICTURES.resolve(name + "-400-" + language + ".png"), look.wide(400));
            chromium.wear(look.wide(400));
            assertFalse(chromium.overflows(), name + " is wider than 400 pixels in " + language);
            chromium.wear(look);
        }
    }
}

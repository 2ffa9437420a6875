package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.it.provider.Person;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page: nothing that WCAG 2.2 AA forbids, nothing cut off from 320 pixels on, nothing in the console. Pictures of all of them are
 * left under target/pictures by {@code mvn verify -Dit.test=LooksIT -Dgatehouse.pictures=target/pictures}.
 */
@InHouse
@Looks
class LooksIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Acme Staff ID");
    private static final Stage.Placed harbour = stage.oauth("Harbour & Co. single sign-on for everybody");

    @ParameterizedTest(name = "V-09 every page in {0}: accessible, fits 320 pixels, and the console stays empty")
    @ValueSource(strings = {"en", "zh-CN", "uk"})
    void pages_look_right_in(String language) {
        String person = "looks-" + language.toLowerCase(Locale.ROOT);
        works.person(Person.named(person, person));
        harbour.person(Person.named(person, person));
        try (Chromium chromium = Chromium.open(Look.ORDINARY.speaking(language))) {
            Sitting sitting = new Sitting(chromium, language);
            atTheDoor(sitting);
            onTheProfile(sitting);
            signIn(sitting, "admin", House.adminPassword(), "profile-admin");
            new LooksOfProviders(sitting, stage, works, harbour).all();
            new LooksOfTheHouse(sitting).all();
            String oneTime = new LooksOfPeople(sitting, new Desk(stage.admin().visitor()), person).all();
            chromium.pressAt("form[action='/logout'] button");
            signIn(sitting, person + "-new", oneTime, "password");
            sitting.press("main form button.primary", "password-error");
            assertEquals(List.of(), sitting.wrong());
            assertEquals(List.of(), chromium.complaints());
        }
    }

    @Test
    @DisplayName("The sign-in page says what is wrong, in the dark too")
    void a_wrong_password_is_said() {
        try (Chromium chromium = Chromium.open()) {
            chromium.open(House.here().address() + "/login").type("username", "looks-nobody").type("password", "x").pressAt("form[action='/login'] button");
            Sitting sitting = new Sitting(chromium, "en");
            sitting.look("login-wrong");
            assertEquals(List.of(), sitting.wrong());
        }
    }

    private static void atTheDoor(Sitting sitting) {
        sitting.show("/login", "login");
        stage.off("autoRegister");
        sitting.press("button[formaction='/sso/" + works.slug() + "']", "refused");
        stage.set("autoRegister", "true");
        sitting.show("/no-such-page", "not-found");
    }

    private static void onTheProfile(Sitting sitting) {
        sitting.show("/login", "login-again");
        sitting.press("button[formaction='/sso/" + works.slug() + "']", "profile");
        sitting.press("form[action='/profile/bindings/" + works.slug() + "/unbind'] button", "profile-refused");
        sitting.press("form[action='/profile/bindings/" + harbour.slug() + "'] button", "profile-bound");
        tokens(sitting);
        sitting.show("/profile/activity", "activity");
        sitting.chromium().pressAt("form[action='/logout'] button");
    }

    private static void tokens(Sitting sitting) {
        sitting.chromium().find("#token-new").click();
        sitting.press("form[action='/profile/tokens'] button.primary", "token-error");
        sitting.chromium().type("tokenName", "Backup at night");
        sitting.press("form[action='/profile/tokens'] button.primary", "token-minted");
    }

    private static void signIn(Sitting sitting, String username, String password, String name) {
        sitting.chromium().type("username", username).type("password", password);
        sitting.press("form[action='/login'] button", name);
    }
}

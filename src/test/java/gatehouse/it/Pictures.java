package gatehouse.it;

import gatehouse.it.provider.Answer;
import gatehouse.it.provider.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.OutputType;

/** The README's pictures; no test of a run, made anew by {@code mvn verify -Dit.test=Pictures -Dgatehouse.pictures=docs/pictures}. */
@InHouse
@Needs({"chromium", "chromedriver"})
class Pictures {

    private static final Path PICTURES = Path.of(System.getProperty("gatehouse.pictures", "target"));
    private static Stage stage;

    /** The first steps while the house is new. */
    @BeforeAll
    static void open() {
        try (Chromium chromium = Chromium.open()) {
            asAdministrator(chromium.open(House.here().address() + "/login"));
            shoot(chromium, "/admin/welcome", "welcome");
        }
        stage = Stage.open();
        stage.set("defaultDir", "/home/{username}");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    @DisplayName("The pictures of the README")
    void pictures() throws IOException {
        Stage.Placed github = stage.oauth("GitHub");
        Stage.Placed google = stage.oauth("Google");
        Stage.Placed acme = stage.oauth("Acme Staff ID");
        github.person(Person.named("31415926", "anyi-anyi"));
        acme.person(Person.named("248289761001", "anyi").with("name", "An Yi").with("email", "anyi@acme.example"));
        try (Chromium chromium = Chromium.open()) {
            shoot(chromium, "/login", "login");
            chromium.pressAt("button[formaction='/sso/" + acme.slug() + "']");
            chromium.pressAt("form[action='/profile/bindings/" + github.slug() + "'] button");
            shoot(chromium, "/profile", "profile");
            chromium.pressAt("form[action='/logout'] button");
            asAdministrator(chromium);
            trials(chromium, acme);
            tester(chromium, acme);
            disguise(github, "https://github.com/login/oauth/authorize", "https://github.com/login/oauth/access_token", "https://api.github.com/user");
            disguise(acme, "https://id.acme.example/authorize", "https://id.acme.example/token", "https://id.acme.example/userinfo");
            disguise(google, "https://accounts.google.com/o/oauth2/v2/auth", "https://oauth2.googleapis.com/token", "https://openidconnect.googleapis.com/v1/userinfo");
            shoot(chromium, "/admin/providers", "providers");
            shoot(chromium, "/admin/sso", "settings");
        }
    }

    private static void asAdministrator(Chromium chromium) {
        chromium.type("username", "admin").type("password", House.adminPassword()).pressAt("form[action='/login'] button");
    }

    /** A good one, and one that the provider does not like. */
    private static void trials(Chromium chromium, Stage.Placed acme) {
        String button = "button[formaction='/admin/trial/" + acme.slug() + "']";
        chromium.open(House.here().address() + "/admin/trial").pressAt(button);
        picture(chromium, "trial");
        acme.fake().tell("/token", Answer.json("{\"error\":\"redirect_uri_mismatch\",\"error_description\":\"The redirect_uri MUST match.\"}"));
        chromium.open(House.here().address() + "/admin/trial").pressAt(button);
        picture(chromium, "trial-failed");
        acme.fake().reset();
        chromium.open(House.here().address() + "/admin/trial").pressAt(button);
    }

    /** The part of its page alone, with the answer of the trial tried. */
    private static void tester(Chromium chromium, Stage.Placed acme) throws IOException {
        chromium.wear(Look.ORDINARY.high(4000)).open(House.here().address() + "/admin/providers/" + acme.slug()).find("#try").click();
        chromium.find("#tested table");
        Files.write(PICTURES.resolve("tester.png"), chromium.find("section[aria-labelledby=mapping]").getScreenshotAs(OutputType.BYTES));
    }

    /** Gives a provider the addresses that it has out there; nobody is sent to them. */
    private static void disguise(Stage.Placed placed, String authorize, String token, String userInfo) {
        Form form = stage.admin().provider(placed.slug()).with("authorizeUrl", authorize, "tokenUrl", token, "userInfoUrl", userInfo,
                "clientSecret", placed.fake().clientSecret());
        Page asked = stage.admin().visitor().submit(form);
        Page saved = asked.status() == 303 ? asked : stage.admin().visitor().submit(form.with("seen", asked.html().select("#seen").attr("value")));
        if (saved.status() != 303) throw new AssertionError(saved.text());
    }

    private static void shoot(Chromium chromium, String path, String name) {
        chromium.open(House.here().address() + path);
        picture(chromium, name);
    }

    private static void picture(Chromium chromium, String name) {
        chromium.picture(PICTURES.resolve(name + ".png"), Look.ORDINARY.high(400));
    }
}

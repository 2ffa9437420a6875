package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class PasswordIT {

    private static final String PASSWORD = "slow green river";
    private static Stage stage;
    private static Stage.Placed works;
    private static Town town;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        works = stage.oidc("Password Works");
        town = new Town(stage);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Visitor newcomer(String name) {
        works.fake().person(Person.named(name, name));
        return Trip.signIn(works.slug());
    }

    private static Page login(String username, String password) {
        return Login.with(House.here().visitor(), username, password);
    }

    @Test
    @DisplayName("L-01 a wrong password, an unknown name, no password at all and an empty one: one status, one page, the same headers")
    void every_failure_looks_the_same() {
        town.resident("l01-known", PASSWORD);
        newcomer("l01-sso-only");
        List<String> faces = new ArrayList<>();
        for (String name : List.of("l01-known", "l01-nobody", "l01-sso-only")) faces.add(face(name, login(name, "not the password")));
        faces.add(face("l01-known", login("l01-known", "")));
        faces.add(face("l01-other", login("l01-other", PASSWORD)));
        assertEquals(1, faces.stream().distinct().count(), () -> String.join("\n----\n", faces));
        assertTrue(faces.get(0).startsWith("401"), faces.get(0));
    }

    /** The answer without what each has of its own: the name typed, the token of the form, and the browser's handle. */
    private static String face(String name, Page page) {
        String headers = page.headers().map().entrySet().stream().filter(header -> !header.getKey().equalsIgnoreCase("date"))
                .map(header -> header.getKey() + header.getValue().size()).sorted().toList().toString();
        return page.status() + headers + page.text().replace(name, "NAME").replace(page.csrf(), "TOKEN").length()
                + page.text().replace(name, "NAME").replace(page.csrf(), "TOKEN");
    }

    @Test
    @DisplayName("B-19 an account without a password opens for no word that could stand in its place")
    void no_word_opens_an_account_without_a_password() {
        newcomer("b19-ann");
        for (String word : List.of("", " ", "null", "b19-ann", "admin", "canary-first-password")) assertEquals(401, login("b19-ann", word).status(), word);
    }

    @Test
    @DisplayName("L-03 after ten wrong tries 429 with Retry-After, by every pathway; other names are free")
    void too_many_tries_have_to_wait() {
        Visitor owner = town.resident("l03-ann", PASSWORD);
        for (int i = 0; i < 10; i++) assertEquals(401, login("l03-ann", "guess " + i).status());
        Page limited = login("L03-Ann", PASSWORD);
        assertEquals(429, limited.status());
        int wait = Integer.parseInt(limited.header("Retry-After").orElseThrow());
        assertTrue(wait >= 1 && wait <= 60, "waits " + wait);
        Page byProfile = Myself.setPassword(owner, "another green river", PASSWORD);
        assertEquals(429, byProfile.status());
        assertEquals(401, login("l03-bob", "guess").status());
        assertEquals("l03-ann", Myself.of(owner).username());
    }

    @Test
    @DisplayName("L-03 the limit is the same for a name nobody has")
    void names_that_nobody_has_are_limited_alike() {
        for (int i = 0; i < 10; i++) assertEquals(401, login("l03-nobody", "guess " + i).status());
        assertEquals(429, login("l03-nobody", "guess").status());
    }

    @ParameterizedTest(name = "L-08 the password \"{0}\" is refused beside its field, and nothing is kept")
    @ValueSource(strings = {"short77", "password1", "Password1", "l08-account", "L08-ACCOUNT"})
    void weak_passwords_are_refused(String weak) {
        Visitor visitor = newcomer("l08-account");
        Page answer = Myself.setPassword(visitor, weak, "");
        assertEquals(422, answer.status());
        assertTrue(answer.html().selectFirst("#newPassword-error") != null, answer::text);
        assertEquals("", answer.html().selectFirst("input#newPassword").val());
        assertEquals(401, login("l08-account", weak).status());
    }

    @Test
    @DisplayName("L-08 a long password of one letter and a word in any script pass")
    void long_passwords_of_any_script_pass() {
        Visitor visitor = newcomer("l08-long");
        assertEquals(303, Myself.setPassword(visitor, "aaaaaaaaaaaaaaaaq7", "").status());
        assertEquals(303, Myself.setPassword(visitor, "пароль з пробілами 密码", "aaaaaaaaaaaaaaaaq7").status());
        assertEquals(303, login("l08-long", "пароль з пробілами 密码").status());
        assertEquals(401, login("l08-long", "aaaaaaaaaaaaaaaaq7").status());
    }

    @Test
    @DisplayName("A password is changed only by whoever knows the one before, and a wrong one is told beside its field")
    void the_current_password_is_asked_for() {
        Visitor visitor = town.resident("current-ann", PASSWORD);
        for (String wrong : new String[] {"", "not it"}) {
            Page answer = visitor.submit(visitor.get("/profile").formTo("/profile").with("newPassword", "a red umbrella", "currentPassword", wrong));
            assertEquals(422, answer.status());
            assertTrue(answer.html().selectFirst("#currentPassword-error") != null, answer::text);
        }
        assertEquals(303, login("current-ann", PASSWORD).status());
    }
}

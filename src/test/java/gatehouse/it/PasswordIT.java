package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.AtOnce;
import gatehouse.it.provider.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class PasswordIT {

    private static final String PASSWORD = "slow green river";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Password Works");
    private static final Town town = new Town(stage);

    @Test
    @DisplayName("L-01 a wrong password, an unknown name, no password at all and an empty one: one status, one page, the same headers")
    void every_failure_looks_the_same() {
        town.resident("l01-known", PASSWORD);
        works.newcomer("l01-sso-only");
        List<String> faces = new ArrayList<>();
        for (String name : List.of("l01-known", "l01-nobody", "l01-sso-only")) faces.add(face(name, Login.anew(name, "not the password")));
        faces.add(face("l01-known", Login.anew("l01-known", "")));
        faces.add(face("l01-other", Login.anew("l01-other", PASSWORD)));
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
        works.newcomer("b19-ann");
        for (String word : List.of("", " ", "null", "b19-ann", "admin", "canary-first-password")) assertEquals(401, Login.anew("b19-ann", word).status(), word);
    }

    @Test
    @DisplayName("L-03 after ten wrong tries 429 with Retry-After, by every pathway; other names are free")
    void too_many_tries_have_to_wait() {
        Visitor owner = town.resident("l03-ann", PASSWORD);
        for (int i = 0; i < 10; i++) assertEquals(401, Login.anew("l03-ann", "guess " + i).status());
        Page limited = Login.anew("L03-Ann", PASSWORD);
        assertEquals(429, limited.status());
        int wait = Integer.parseInt(limited.header("Retry-After").orElseThrow());
        assertTrue(wait >= 1 && wait <= 60, "waits " + wait);
        for (int i = 0; i < 10; i++) assertEquals(422, Myself.setPassword(owner, "another green river", "guess " + i).status());
        assertEquals(429, Myself.setPassword(owner, "another green river", PASSWORD).status());
        assertEquals(401, Login.anew("l03-bob", "guess").status());
        assertEquals("l03-ann", Myself.of(owner).username());
    }

    @Test
    @DisplayName("L-04 whoever keeps failing on a name locks its owner out of nothing: a browser of before, a session and a provider still open")
    void strangers_lock_nobody_out() {
        Visitor owner = town.resident("l04-ann", PASSWORD);
        assertEquals("Strict", owner.cookies().find("known").orElseThrow().attributes().get("samesite"));
        works.person(Person.named("l04-there", "l04-there"));
        assertEquals(303, Bindings.bind(owner, works.slug()).status());
        for (int i = 0; i < 10; i++) assertEquals(401, Login.anew("l04-ann", "guess " + i).status());
        assertEquals(429, Login.anew("l04-ann", PASSWORD).status());
        assertEquals(303, again(owner, PASSWORD).status());
        assertEquals(303, owner.submit(owner.get("/profile").formTo("/logout")).status());
        assertEquals(303, Login.with(owner, "l04-ann", PASSWORD).status());
        FailedSignIn.signedIn("l04-ann", owner);
        FailedSignIn.signedIn("l04-ann", works.newcomer("l04-there"));
        assertEquals(429, Login.anew("l04-ann", PASSWORD).status());
        assertEquals(303, owner.submit(owner.get("/profile").formTo("/logout")).status());
        for (int i = 0; i < 10; i++) assertEquals(401, Login.with(owner, "l04-ann", "guess " + i).status());
        assertEquals(429, Login.with(owner, "l04-ann", PASSWORD).status());
    }

    private static Page again(Visitor visitor, String password) {
        return visitor.submit(visitor.get("/again?next=/profile").formTo("/again").with("password", password));
    }

    @Test
    @DisplayName("L-04 the cookie of a known browser counts for its own account only")
    void a_known_browser_is_known_to_one_account() {
        Visitor other = town.resident("l04-other", PASSWORD);
        town.resident("l04-bob", PASSWORD);
        assertEquals(303, other.submit(other.get("/profile").formTo("/logout")).status());
        for (int i = 0; i < 10; i++) assertEquals(401, Login.anew("l04-bob", "guess " + i).status());
        assertEquals(429, Login.with(other, "l04-bob", PASSWORD).status());
    }

    @Test
    @DisplayName("P-03 L-03 whatever a peer says of where it comes from, the tries at a name are counted together")
    void no_header_makes_more_tries() {
        List<String> hops = List.of("203.0.113.1", "x", "::1%eth0", "999.1.1.1", "127.0.0.1, ".repeat(300) + "::1", "", "unknown", "10.0.0.1", "[::1", "a, b");
        List<Integer> answers = new ArrayList<>();
        for (String hop : hops) answers.add(guess("p03-nobody", hop));
        assertEquals(List.of(401), answers.stream().distinct().toList());
        assertEquals(429, guess("p03-nobody", "198.51.100.7"));
    }

    private static int guess(String name, String hops) {
        Visitor visitor = House.here().visitor();
        return visitor.submit(visitor.get("/login").formTo("/login").with("username", name, "password", "guess"), "X-Forwarded-For", hops, "X-Real-IP", hops).status();
    }

    @Test
    @DisplayName("L-01 L-02 a wrong password, an unknown name, none at all, a disabled account: each costs one hash, so that none is quicker")
    void every_failure_costs_the_same() {
        town.resident("l02-known", PASSWORD);
        works.newcomer("l02-sso-only");
        town.resident("l02-disabled", PASSWORD);
        Desk desk = new Desk(stage.admin().visitor());
        assertEquals(303, desk.press(desk.find("l02-disabled"), "disable").status());
        List<String> faces = new ArrayList<>();
        for (String name : List.of("l02-known", "l02-nobody", "l02-sso-only", "l02-disabled")) {
            long before = hashes();
            faces.add(face(name, Login.anew(name, "not the password")));
            assertEquals(before + 1, hashes(), name);
        }
        faces.add(face("l02-disabled", Login.anew("l02-disabled", PASSWORD)));
        assertEquals(1, faces.stream().distinct().count(), () -> String.join("\n----\n", faces));
    }

    private static long hashes() {
        return House.here().visitor().get("/status/metrics").text().lines().filter(line -> line.startsWith("gatehouse_password_hashes_total ")).findFirst()
                .map(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1))).orElseThrow();
    }

    @Test
    @DisplayName("L-06 of forty wrong guesses at once ten are looked at, and the rest are told to wait")
    void of_many_at_once_ten_are_looked_at() throws Exception {
        List<Visitor> visitors = Stream.generate(() -> House.here().visitor()).limit(40).toList();
        List<Form> forms = visitors.stream().map(visitor -> visitor.get("/login").formTo("/login").with("username", "l06-nobody", "password", "guess")).toList();
        long before = hashes();
        List<Integer> answers = AtOnce.all(40, at -> () -> visitors.get(at).submit(forms.get(at)).status());
        assertEquals(10, answers.stream().filter(status -> status == 401).count(), answers::toString);
        assertEquals(30, answers.stream().filter(status -> status == 429).count(), answers::toString);
        assertEquals(before + 10, hashes());
    }

    @Test
    @DisplayName("L-03 the limit is the same for a name nobody has")
    void names_that_nobody_has_are_limited_alike() {
        for (int i = 0; i < 10; i++) assertEquals(401, Login.anew("l03-nobody", "guess " + i).status());
        assertEquals(429, Login.anew("l03-nobody", "guess").status());
    }
}

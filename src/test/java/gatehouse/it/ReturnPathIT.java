package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@InHouse
class ReturnPathIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Return path").person(Person.named("1", "return-ann"));

    private final Visitor visitor = House.here().visitor();

    static Stream<String> elsewhere() {
        Stream<String> split = Stream.of("/x\r\nSet-Cookie:x=1", "/x\u560d\u560aSet-Cookie:x=1", "/x%0d%0aSet-Cookie:x=1", "/\\evil.test", "/\tevil.test");
        Stream<String> loops = Stream.of("/logout", "/login", "/login?next=/profile", "/sso/return-path", "/api/auth/sso_callback?state=x", "/callback", "/api/auth/sso?method=sso_get_token");
        Stream<String> hosts = Stream.of("https://good.test.e.test", "https://e-good.test", "https://good.test@e.test", "https://good.test\\@e.test", "https://a@b@good.test",
                "https://good\u3002test", "//evil.test", "///evil.test", "/\\/evil.test", "http:evil.test", "javascript:alert(1)", "evil.test", "");
        return Stream.of(split, loops, hosts, Stream.of("/" + "a".repeat(4096))).flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    @DisplayName("O-02 O-04 O-05 O-06 a return path that leads elsewhere, in a ring or out again becomes / after a password")
    void after_a_password_such_a_path_becomes_the_start(String path) {
        leadsHome(visitor.submit(visitor.get("/login").formTo("/login").with("username", "admin", "password", House.adminPassword(), "to", path)));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    @DisplayName("O-02 O-04 O-05 O-06 a return path that leads elsewhere, in a ring or out again becomes / after a trip")
    void after_a_trip_such_a_path_becomes_the_start(String path) {
        leadsHome(Trip.begun(visitor, visitor.submit(Trip.button(visitor, provider.slug()).with("to", path))).end());
    }

    private static void leadsHome(Page page) {
        assertEquals(303, page.status(), page.text());
        assertEquals(House.here().address() + "/", page.header("Location").orElseThrow());
        assertTrue(page.headers().allValues("set-cookie").stream().noneMatch(line -> line.startsWith("x=")));
    }

    @ParameterizedTest
    @MethodSource("elsewhere")
    @DisplayName("O-02 O-04 O-05 O-06 the sign-in page passes no such path on")
    void the_sign_in_page_passes_no_such_path_on(String path) {
        Page page = visitor.get("/login?" + Parameters.listed("next", path).encoded());
        if (page.status() == 200) assertEquals("/", page.formTo("/login").value("to"));
        else assertTrue(page.status() == 400 || page.status() == 414, page.status() + " " + path);
        assertFalse(page.header("x").isPresent());
    }

    @Test
    @DisplayName("O-06 a return path that cannot be decoded is refused")
    void a_return_path_that_cannot_be_decoded_is_refused() {
        assertEquals(400, Wire.status(House.here().wire().get("/login?next=%zz")));
        String csrf = visitor.get("/login").csrf();
        assertEquals(400, visitor.send("POST", "/sso/" + provider.slug(), "application/x-www-form-urlencoded", "csrf=" + csrf + "&to=%zz").status());
    }

    @Test
    @DisplayName("O-04 a page of ours is gone back to")
    void a_page_of_ours_is_gone_back_to() {
        Page asked = visitor.get("/profile");
        Form button = visitor.follow(asked).form("form.ways").sentTo("/sso/" + provider.slug());
        assertEquals(House.here().address() + "/profile", Trip.begun(visitor, visitor.submit(button)).end().location().toString());
    }
}

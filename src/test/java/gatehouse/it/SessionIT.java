package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@InHouse
class SessionIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Session").person(Person.named("1", "session-ann"));

    @Test
    @DisplayName("K-01 the session cookie is HttpOnly, Lax, for every path and for this host only; by plain http it cannot be Secure")
    void the_session_cookie_is_as_narrow_as_it_can_be() {
        Visitor ann = Trip.signIn(provider.slug());
        assertEquals(Map.of("path", "/", "httponly", "", "samesite", "Lax"), session(ann).attributes());
        assertTrue(session(ann).value().matches("[A-Za-z0-9_-]{43}"));
        assertEquals(Set.of("session", "flow"), ann.cookies().all().stream().map(Cookie::name).collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("K-03 a planted session id is never adopted, by a cookie or in the path")
    void a_planted_session_is_never_adopted() {
        Visitor ann = House.here().visitor();
        Cookie planted = new Cookie("session", "A".repeat(43), "localhost", Map.of());
        ann.cookies().put(planted);
        ann.cookies().put(new Cookie("JSESSIONID", "planted", "localhost", Map.of()));
        assertEquals("/login", ann.get("/profile").location().getPath());
        assertEquals(303, Trip.begin(ann, provider.slug()).end().status());
        assertNotEquals(planted.value(), session(ann).value());
        assertEquals("planted", ann.cookies().find("JSESSIONID").orElseThrow().value());
        Visitor attacker = House.here().visitor();
        attacker.cookies().put(planted);
        assertEquals("/login", attacker.get("/profile").location().getPath());
    }

    @Test
    @DisplayName("K-03 an id in the path is not read, and no page writes one")
    void an_id_in_the_path_is_not_read() {
        String session = session(Trip.signIn(provider.slug())).value();
        for (String path : List.of("/profile;jsessionid=" + session, "/profile;session=" + session, "/profile;JSESSIONID=" + session + "?x=1")) {
            String answer = House.here().wire().get(path);
            boolean signedOut = Wire.status(answer) == 303 && answer.contains("/login?next=");
            assertTrue(signedOut || Wire.status(answer) == 400, answer);
        }
        assertFalse(House.here().wire().get("/login;jsessionid=planted").matches("(?is).*(set-cookie: jsessionid|;jsessionid).*"));
    }

    @Test
    @DisplayName("K-06 signing out ends the session, not just the cookie")
    void signing_out_ends_the_session() {
        Visitor ann = Trip.signIn(provider.slug());
        Cookie old = session(ann);
        Page out = ann.submit(ann.get("/profile").formTo("/logout"));
        assertEquals("/login", out.location().getPath());
        assertEquals(List.of("session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"),
                out.headers().allValues("set-cookie").stream().filter(line -> line.startsWith("session=")).toList());
        assertTrue(out.header("Clear-Site-Data").orElseThrow().contains("\"cache\""));
        ann.cookies().put(old);
        assertEquals("/login", ann.get("/profile").location().getPath());
    }

    @Test
    @DisplayName("K-07 a link, or another site's form, signs nobody out")
    void nobody_is_signed_out_from_elsewhere() {
        Visitor ann = Trip.signIn(provider.slug());
        Form logout = ann.get("/profile").formTo("/logout");
        assertEquals(405, ann.get("/logout").status());
        assertEquals(403, ann.submit(logout, "Sec-Fetch-Site", "cross-site").status());
        assertEquals(403, ann.submit(logout, "Origin", "http://evil.test").status());
        assertEquals(403, ann.submit(logout.without("csrf")).status());
        FailedSignIn.signedIn("session-ann", ann);
    }

    static Stream<String> strangeCookies() {
        String other = "session=" + "B".repeat(43);
        String many = IntStream.range(0, 300).mapToObj(i -> "c" + i + "=1").collect(Collectors.joining("; "));
        return Stream.of(other + "; session=%s", "session=%s; " + other, "session=\"%s\"", "$Version=1; session=%s; $Path=/", "session=%s\u007f", "x=a\u007fb; session=%s",
                many + "; session=%s", "session=%s,session=x", "session=%s; session=%s", "=; ;; session", "session=%s\u00ff");
    }

    @ParameterizedTest
    @MethodSource("strangeCookies")
    @DisplayName("K-10 a strange Cookie header is refused, signed out or the person's own; never a fault")
    void a_strange_cookie_header_is_no_fault(String cookies) {
        String session = session(Trip.signIn(provider.slug())).value();
        String answer = House.here().wire().get("/profile", "Cookie: " + cookies.replace("%s", session));
        int status = Wire.status(answer);
        assertTrue(Set.of(200, 303, 400).contains(status), cookies + ": " + answer);
        if (status == 303) assertTrue(answer.contains("/login"), answer);
        if (cookies.indexOf("session=") != cookies.lastIndexOf("session=")) assertNotEquals(200, status, cookies);
    }

    @Test
    @DisplayName("K-12 nothing of a signed-in page is kept by browsers or caches")
    void nothing_of_a_signed_in_page_is_kept() {
        Visitor ann = Trip.signIn(provider.slug());
        assertEquals(List.of("no-store"), ann.get("/profile").headers().allValues("cache-control"));
        for (String path : List.of("/admin/sso", "/admin/providers", "/admin/providers/" + provider.slug())) {
            assertEquals(List.of("no-store"), stage.admin().visitor().get(path).headers().allValues("cache-control"));
        }
    }

    private static Cookie session(Visitor visitor) {
        return visitor.cookies().find("session").orElseThrow();
    }
}

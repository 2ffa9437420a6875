package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other sites, other hosts and broken clients send to the addresses of a trip. */
@InHouse
class ForeignIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Foreign").person(Person.named("1", "foreign-ann"));

    private final Visitor visitor = House.here().visitor();

    @ParameterizedTest
    @ValueSource(strings = {"code=%zz", "code=%00", "code=%ED%A0%80", "code=%FF%FE", "code=a%0d%0ab", "code=%", "code=a\u0001b", "code=a\u00ffb"})
    @DisplayName("S-22 an answer that nobody can decode is refused and leaves the trip as it was, or ends it")
    void an_answer_that_nobody_can_decode_is_refused(String code) {
        malformed(code, Set.of(400));
    }

    @Test
    @DisplayName("S-22 a code of 9 KB is refused")
    void a_code_of_9_kb_is_refused() {
        malformed("code=" + "a".repeat(9 * 1024), Set.of(400, 414));
    }

    private void malformed(String code, Set<Integer> expected) {
        Trip trip = Trip.begin(visitor, provider.slug());
        String target = trip.home().getPath() + "?state=" + trip.answer().one("state") + "&iss=" + trip.answer().one("iss") + "&" + code;
        int status = Wire.status(House.here().wire().get(target, "Cookie: " + visitor.cookies().headerFor(House.here().address())));
        assertTrue(expected.contains(status), code + ": " + status);
        assertEquals(0, provider.tokenCalls());
        FailedSignIn.signedOut(visitor);
    }

    @Test
    @DisplayName("S-25 a picture or frame elsewhere begins at most a trip, and touches no session")
    void a_start_from_elsewhere_touches_no_session() {
        Visitor ann = Trip.signIn(provider.slug());
        String session = ann.cookies().find("session").orElseThrow().value();
        String[] elsewhere = {"Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "no-cors", "Sec-Fetch-Dest", "image", "Referer", "http://evil.test/"};
        assertEquals(405, ann.get("/sso/" + provider.slug(), elsewhere).status());
        Page start = ann.get("/api/auth/sso?method=sso_get_token&provider=" + provider.slug(), elsewhere);
        assertTrue(start.redirects());
        assertTrue(start.headers().allValues("set-cookie").isEmpty());
        assertEquals(session, ann.cookies().find("session").orElseThrow().value());
        FailedSignIn.signedIn("foreign-ann", ann);
    }

    @Test
    @DisplayName("S-25 binding never begins by GET")
    void binding_never_begins_by_get() {
        Visitor ann = Trip.signIn(provider.slug());
        assertEquals(405, ann.get("/profile/bindings/" + provider.slug()).status());
        assertEquals(200, ann.get("/api/auth/sso?method=get_sso_id").status());
    }

    @Test
    @DisplayName("C-22 the redirect address is the house's own, the same in both calls, whatever host a request names")
    void the_redirect_address_is_the_houses_own() {
        Trip trip = Trip.begin(visitor, provider.slug());
        String expected = House.here().address() + "/api/auth/sso_callback/" + provider.slug();
        assertEquals(expected, trip.asked("redirect_uri"));
        Page end = visitor.get(trip.home().toString(), "X-Forwarded-Host", "evil.test", "X-Forwarded-Proto", "https", "Forwarded", "host=evil.test");
        assertEquals(303, end.status());
        assertEquals(House.here().address() + "/", end.location().toString());
        assertEquals(expected, provider.fake().received("/token").get(0).form().one("redirect_uri"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-Host: evil.test", "Forwarded: host=evil.test", "Host: evil.test"})
    @DisplayName("C-22 a start that names another host leads nowhere")
    void a_start_that_names_another_host_leads_nowhere(String header) {
        String[] pair = header.split(": ", 2);
        Page page = visitor.submit(Trip.button(visitor, provider.slug()), pair);
        assertEquals(403, page.status(), page.text());
        assertTrue(page.html().select("[role=alert]").text().contains(header.startsWith("Host") ? "host \"evil.test\"" : "host \"localhost:" + House.port() + "\""), page.text());
        assertTrue(page.html().select("main a.button.primary").attr("href").startsWith("/"));
        assertEquals(0, provider.fake().received("/authorize").size());
    }

    @Test
    @DisplayName("S-20 X-10 the sign-in forms take nothing that another site sends")
    void another_sites_forms_are_refused() {
        Form login = visitor.get("/login").formTo("/login").with("username", "admin", "password", House.adminPassword());
        Form button = Trip.button(visitor, provider.slug());
        for (String[] header : List.of(new String[] {"Origin", "http://evil.test"}, new String[] {"Origin", "null"}, new String[] {"Sec-Fetch-Site", "cross-site"})) {
            for (Form form : List.of(login, button)) assertEquals(403, visitor.submit(form, header).status());
        }
        FailedSignIn.signedOut(visitor);
    }

    @Test
    @DisplayName("O-03 what a callback says of where to go is not read")
    void what_a_callback_says_of_where_to_go_is_not_read() {
        Page login = visitor.get("/login?next=/profile");
        Page departure = visitor.submit(login.form("form.ways").sentTo("/sso/" + provider.slug()));
        Page end = Trip.begun(visitor, departure).end(answer -> answer.and("return", "/admin/sso").and("rd", "//evil.test").and("next", "/x").and("to", "/y"));
        assertEquals(URI.create(House.here().address() + "/profile"), end.location());
    }
}

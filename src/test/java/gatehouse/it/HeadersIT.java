package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The headers of every kind of answer (security.md 6.1), and what no page may hold. */
@InHouse
class HeadersIT {

    private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options", "DENY", "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Headers").person(Person.named("1", "headers-ann"));
    private static Visitor ann;

    @BeforeAll
    static void open() {
        ann = Trip.signIn(provider.slug());
    }

    static Stream<Page> answers() {
        Visitor stranger = House.here().visitor();
        Visitor admin = stage.admin().visitor();
        String slug = provider.slug();
        return Stream.of(stranger.get("/login"), stranger.get("/"), stranger.get("/profile"), stranger.get("/nothing"), stranger.get("/logout"), stranger.get("/login?x=%00"),
                stranger.post("/login", Parameters.none()), stranger.get("/api/nothing", "Accept", "application/json"), stranger.get("/api/auth/sso?method=sso_get_token&provider=" + slug),
                stranger.get("/api/auth/sso_callback/" + slug + "?state=x"), stranger.get("/api/auth/sso_callback", "Accept", "application/json"), stranger.get("/callback"),
                Trip.begin(stranger, slug).departure(), Trip.begin(House.here().visitor(), slug).end(), stranger.get("/status/ready"), stranger.get("/status/live"),
                ann.get("/profile"), ann.get("/admin/sso"), admin.get("/admin/sso"), admin.get("/admin/providers"), admin.get("/admin/providers/new"), admin.get("/admin/providers/new?preset=github"), admin.get("/admin/providers/" + slug),
                admin.get("/admin/providers/" + slug + "/delete"), ann.post("/profile", Parameters.none()), stranger.get("/static/none.css"));
    }

    @ParameterizedTest
    @MethodSource("answers")
    @DisplayName("X-09 K-12 every answer carries our headers once, and makes no session of the container")
    void every_answer_carries_our_headers(Page answer) {
        hardened(answer);
        assertEquals(List.of("no-store"), answer.headers().allValues("cache-control"));
        Set<String> ours = Set.of("session", "flow", "flash", "lang", "theme");
        for (String cookie : answer.headers().allValues("set-cookie")) assertTrue(ours.contains(cookie.split("=")[0]) && cookie.contains("; HttpOnly; SameSite=Lax"), cookie);
        String type = answer.header("Content-Type").orElse("");
        if (type.startsWith("text/html") && answer.body().length > 0) clean(answer.html());
    }

    private static void hardened(Page answer) {
        ALWAYS.forEach((name, value) -> assertEquals(List.of(value), answer.headers().allValues(name), answer.address() + " " + name));
        List<String> policies = answer.headers().allValues("content-security-policy");
        assertEquals(1, policies.size(), answer.address().toString());
        assertTrue(policies.get(0).startsWith("default-src 'none';") && policies.get(0).contains("frame-ancestors 'none'"), policies.get(0));
        assertEquals(1, answer.headers().allValues("referrer-policy").size());
        assertTrue(Set.of("same-origin", "no-referrer", "strict-origin").contains(answer.header("Referrer-Policy").orElseThrow()));
        assertTrue(answer.header("X-Powered-By").isEmpty());
        assertTrue(answer.header("Access-Control-Allow-Origin").isEmpty());
        assertFalse(answer.header("Server").orElse("").matches(".*[0-9].*"));
    }

    /** No inline script or style, nothing from elsewhere, and no id in an address. */
    private static void clean(Document page) {
        assertTrue(page.select("style, [style], script:not([src]), iframe, object, embed, base").isEmpty(), page.html());
        assertTrue(page.getAllElements().stream().flatMap(element -> element.attributes().asList().stream()).noneMatch(attribute -> attribute.getKey().startsWith("on")), page.html());
        for (String address : page.select("[src], link[href]").stream().map(element -> element.hasAttr("src") ? element.attr("src") : element.attr("href")).toList()) {
            assertTrue(address.startsWith("/static/"), address);
        }
        assertFalse(page.html().contains(";jsessionid="));
    }

    @Test
    @DisplayName("X-09 only pages that lead to a provider let a form lead away; departures and callbacks tell nobody their address")
    void a_form_leads_away_only_where_it_must() {
        for (String path : List.of("/admin/sso", "/admin/providers", "/nothing")) {
            assertTrue(stage.admin().visitor().get(path).header("Content-Security-Policy").orElseThrow().endsWith("; form-action 'self'"), path);
        }
        assertFalse(ann.get("/profile").header("Content-Security-Policy").orElseThrow().contains("form-action"));
        Trip trip = Trip.begin(House.here().visitor(), provider.slug());
        assertEquals("no-referrer", trip.departure().header("Referrer-Policy").orElseThrow());
        assertEquals("no-referrer", trip.end().header("Referrer-Policy").orElseThrow());
        for (String refused : List.of("/callback?code=x", "/api/auth/sso_callback?code=x")) assertEquals("strict-origin", ann.get(refused).header("Referrer-Policy").orElseThrow());
    }

    @Test
    @DisplayName("X-09 files of ours are kept a year under their build's mark; a picture may hold style but nothing else")
    void files_of_ours_are_kept() {
        Document page = House.here().visitor().get("/login").html();
        for (String address : List.of(page.select("link[rel=stylesheet]").attr("href"), page.select("script").attr("src"), page.select("link[rel=icon]").attr("href"))) {
            Page file = House.here().visitor().get(address);
            assertEquals(200, file.status(), address);
            hardened(file);
            assertEquals(List.of("public, max-age=31536000, immutable"), file.headers().allValues("cache-control"));
            assertTrue(file.headers().allValues("set-cookie").isEmpty());
        }
        assertEquals("no-cache", House.here().visitor().get("/static/gatehouse.css").header("Cache-Control").orElseThrow());
    }

    @Test
    @DisplayName("X-09 an answer tells of secure transport only by https")
    void plain_http_promises_nothing() {
        assertTrue(House.here().visitor().get("/login").header("Strict-Transport-Security").isEmpty());
    }
}

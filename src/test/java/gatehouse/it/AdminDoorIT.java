package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.Sitemap;
import gatehouse.web.Api;
import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class AdminDoorIT {

    private static final Set<Integer> CLOSED = Set.of(400, 403, 404, 405);
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Admin door").person(Person.named("1", "door-ann"));
    private static Visitor ann;

    @BeforeAll
    static void open() {
        ann = Trip.signIn(provider.slug());
    }

    static Stream<Sitemap.Door> closedDoors() {
        return Sitemap.read().stream().filter(door -> !door.open() && !Api.serves(door.address()));
    }

    @ParameterizedTest
    @MethodSource("closedDoors")
    @DisplayName("A-01 strangers are sent to the sign-in page, and ordinary people are not let in to administrators")
    void nobody_else_is_let_in(Sitemap.Door door) {
        String address = door.address().replaceAll("\\{[^}]*}", "1");
        for (String method : door.methods()) {
            Visitor stranger = House.here().visitor();
            Page asked = answer(stranger, method, address, stranger.get("/login").csrf());
            assertTrue(asked.status() == 303 && asked.location().getPath().equals("/login"), method + " " + address + " " + asked.status());
            if (door.who() == Sitemap.Who.ADMIN) assertEquals(403, answer(ann, method, address, ann.get("/profile").csrf()).status());
        }
        assertEquals(405, answer(ann, "DELETE", address, ann.get("/profile").csrf()).status());
    }

    private static Page answer(Visitor visitor, String method, String address, String csrf) {
        return method.equals("GET") ? visitor.get(address) : visitor.send(method, address, "application/x-www-form-urlencoded", "", "X-CSRF-Token", csrf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/..;/admin/sso", "//admin/sso", "/Admin/sso", "/ADMIN/SSO", "/%61dmin/sso", "/static/..;/admin/sso", "/admin%2fsso", "/admin/sso;.png", "/admin/sso/",
        "/admin/sso.png", "/./admin/sso", "/static/../admin/sso", "/admin//sso", "/admin/sso%00", "/admin/sso%20", "/admin;x/sso", "/admin\\sso", "/admin/%2e%2e/admin/sso",
        "http://localhost/admin/sso", "/admin/sso#x", "/admin/sso?_method=GET"})
    @DisplayName("A-02 no spelling of an administrator's address lets an ordinary person in")
    void no_spelling_lets_an_ordinary_person_in(String target) {
        String answer = House.here().wire().get(target, "Cookie: " + ann.cookies().headerFor(House.here().address()));
        assertTrue(CLOSED.contains(Wire.status(answer)), target + "\n" + answer);
        assertFalse(answer.contains("defaultDir"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"HEAD", "OPTIONS", "TRACE", "PATCH", "FOO", "PUT", "DELETE", "get"})
    @DisplayName("A-02 no method lets an ordinary person in")
    void no_method_lets_an_ordinary_person_in(String method) {
        String answer = House.here().wire().send(method + " /admin/sso HTTP/1.1\r\nHost: localhost:" + House.port() + "\r\nContent-Length: 0\r\nCookie: "
                + ann.cookies().headerFor(House.here().address()) + "\r\nConnection: close\r\n\r\n");
        assertTrue(CLOSED.contains(Wire.status(answer)) || Wire.status(answer) == 501, method + "\n" + answer);
        assertFalse(answer.contains("defaultDir"), answer);
    }

    @Test
    @DisplayName("A-02 a header that names another method or address is not read")
    void a_header_that_names_another_method_or_address_is_not_read() {
        for (String header : new String[] {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"}) {
            assertEquals(405, stage.admin().visitor().get("/admin/providers/" + provider.slug() + "/enable", header, "POST").status());
        }
        assertEquals(403, ann.get("/admin/sso", "X-Original-URL", "/profile", "X-Rewrite-URL", "/profile").status());
        assertEquals("door-ann", ann.get("/profile", "X-Original-URL", "/admin/sso", "X-Rewrite-URL", "/admin/sso").formTo("/profile").value("username"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/h2-console", "/metrics", "/openapi", "/openapi/", "/health", "/health/ready", "/application.wadl", "/WEB-INF/web.xml", "/web-inf/web.xml", "/WEB-INF/classes/messages.properties",
        "/META-INF/MANIFEST.MF", "/;/WEB-INF/web.xml", "/static/..;/WEB-INF/web.xml", "/static/../WEB-INF/web.xml", "/WEB-INF./web.xml", "/%57EB-INF/web.xml", "/management", "/__asadmin",
        "/index.jsp", "/static/", "/static", "/status/", "/swagger"})
    @DisplayName("A-15 nothing that the server brings along is there, and no file of ours")
    void nothing_else_is_there(String target) {
        String answer = House.here().wire().get(target);
        assertTrue(Set.of(400, 403, 404, 405).contains(Wire.status(answer)), target + "\n" + answer);
        assertFalse(answer.matches("(?s).*(filter-class|flash\\.|Manifest-Version).*"), answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/providers/none", "/admin/providers/none/delete", "/nothing", "/profile/nothing", "/api/nothing", "/api/auth/sso?method=x", "/api/auth/sso_callback", "/static/none.css", "/login/x"})
    @DisplayName("A-16 an answer to nonsense tells nothing of what we are made of")
    void an_answer_to_nonsense_tells_nothing(String path) {
        for (String accept : new String[] {"text/html", "application/json"}) {
            Page page = stage.admin().visitor().get(path, "Accept", accept);
            assertTrue(page.status() >= 400 && page.status() < 500, path + " " + page.status());
            telling(path, page.text());
        }
    }

    @Test
    @DisplayName("A-16 a bad id, number or body is refused without a fault")
    void a_bad_id_or_body_is_no_fault() {
        String csrf = ann.get("/profile").csrf();
        for (String path : new String[] {"/profile/sessions/abc/end", "/profile/sessions/99999999999999999999/end", "/profile/sessions/-1/end", "/profile/bindings/none", "/profile/bindings/none/unbind"}) {
            Page page = ann.post(path, Parameters.listed("csrf", csrf));
            assertTrue(page.status() >= 400 && page.status() < 500, path + " " + page.status());
            telling(path, page.text());
        }
        for (String type : new String[] {"application/json", "multipart/form-data", "text/xml", "x"}) {
            Page page = ann.send("POST", "/profile", type, "{", "X-CSRF-Token", csrf);
            assertTrue(page.status() == 415 || page.status() == 400, type + " " + page.status());
            telling(type, page.text());
        }
    }

    private static void telling(String what, String answer) {
        assertFalse(answer.matches("(?s).*(Exception|\\bjava\\.|jakarta|SQLSTATE|JdbcSQL|Payara|GlassFish|Grizzly|WildFly|JBoss|Undertow|Hibernate|RESTEASY|Jersey|org\\.h2|\\{0}).*"), what + "\n" + answer);
    }
}

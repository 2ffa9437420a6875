package gatehouse.it.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.BitTable;
import gatehouse.it.Cookie;
import gatehouse.it.House;
import gatehouse.it.InHouse;
import gatehouse.it.Page;
import gatehouse.it.Visitor;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real services behind a real nginx, with the configuration that the page prints. Each host is a loopback address of its own. */
@InHouse
@NeedsNginx
class NginxIT {

    private static final int PORT = Nginx.freePort();
    private static final String WIKI = "127.0.0.3";
    private static final String DAV = "127.0.0.4";
    private static final String FILES = "127.0.0.5";
    private static final String FRONT = "127.0.0.6";
    private static final int[] BITS = {1, 8, 16, 32, 64, 128, 256, 512};
    private static final Map<Integer, Guards.Somebody> BY_SUM = new TreeMap<>();
    private static Guards guards;
    private static Backend backend;
    private static Nginx nginx;
    private static Guards.Somebody home;

    @BeforeAll
    static void open() {
        guards = new Guards();
        backend = Backend.open();
        List<String> servers = new ArrayList<>();
        servers.add(service(WIKI, "SIGNED_IN", "open", "/public"));
        servers.add(service(DAV, "WEBDAV"));
        servers.add(service(FILES, "FILES"));
        servers.add(service(FRONT, "FILES", "confinement", "FRONT"));
        nginx = Nginx.start(servers, WIKI, PORT);
        for (int sum : new int[] {0, 16383, 768, 152}) known(sum);
        for (int bit : BITS) known(16383 - bit);
        home = guards.somebody("nginx-home", 16383, "/home/{username}");
    }

    private static String service(String host, String mode, String... typedOver) {
        String page = guards.add("At " + host, "http://" + host + ":" + PORT, mode, Stream.concat(Stream.of("upstream", backend.address()), Stream.of(typedOver)).toArray(String[]::new));
        return guards.configuration(page, "nginx");
    }

    private static void known(int sum) {
        BY_SUM.computeIfAbsent(sum, any -> guards.somebody("nginx-" + sum, sum, "/"));
    }

    @AfterAll
    static void close() throws Exception {
        nginx.close();
        backend.close();
        guards.close();
    }

    private static Raw.Answer send(String host, String method, String target, String... lines) {
        return Raw.send("127.0.0.1", host, PORT, method, target, List.of(lines), "");
    }

    private static String basic(Guards.Somebody who) {
        return "Authorization: Basic " + Base64.getEncoder().encodeToString((who.username() + ":" + who.token()).getBytes(StandardCharsets.UTF_8));
    }

    static Stream<BitTable.Line> table() {
        return BitTable.lines().stream();
    }

    @ParameterizedTest
    @MethodSource("table")
    @DisplayName("W-12 through nginx each method reaches the service with all its bits, and each missing bit refuses it")
    void each_missing_bit_refuses_exactly_its_methods(BitTable.Line line) {
        String host = line.mode().equals("WEBDAV") ? DAV : FILES;
        BY_SUM.forEach((sum, who) -> {
            for (String name : List.of("x", ".x")) {
                String destination = "Destination: http://" + host + ":" + PORT + (line.across() ? "/b/" : "/a/") + "y";
                int before = backend.reached.size();
                Raw.Answer answer = send(host, line.method(), "/a/" + name, basic(who), line.carries() ? destination : "X-Nothing: x");
                boolean may = line.allows(sum) && (name.equals("x") || (sum & 1) == 1);
                assertEquals(may, backend.reached.size() > before, line + " " + name + " with " + sum + ": " + answer);
                assertEquals(may ? 200 : line.method().equals("TRACE") ? 405 : 403, answer.status(), line + " " + name + " with " + sum);
            }
        });
    }

    @Test
    @DisplayName("P-09 the service sees who is there from Gatehouse alone, in whatever spelling a client says it, also on a public path")
    void what_a_client_says_of_itself_is_removed() {
        Guards.Somebody ann = BY_SUM.get(768);
        String[] lies = {"Remote-User: admin", "remote_user: admin", "Remote.User: admin", "REMOTE-USER: admin", "Remote-User: root", "Remote-Groups: administrator", "X-Gatehouse-Permission: 16383",
            "X-Gatehouse-Base-Path: /", "Remote-Email: admin@example.com", "Remote-Name: Admin", "X-Forwarded-Uri: /public/x", "X-Original-URL: http://127.0.0.3/public/x"};
        for (String target : List.of("/x", "/public/x")) {
            List<String> lines = new ArrayList<>(List.of(lies));
            if (target.equals("/x")) lines.add(basic(ann));
            assertEquals(200, send(WIKI, "GET", target, lines.toArray(String[]::new)).status());
            Backend.Reached reached = backend.last();
            assertEquals(target.equals("/x") ? List.of("nginx-768") : List.of(), reached.header("Remote-User"));
            assertEquals(List.of(), reached.header("remote_user"));
            assertEquals(List.of(), reached.header("remote.user"));
            assertEquals(target.equals("/x") ? List.of("user") : List.of(), reached.header("Remote-Groups"));
            assertEquals(target.equals("/x") ? List.of("768") : List.of(), reached.header("X-Gatehouse-Permission"));
            assertEquals(List.of(), reached.header("Authorization"));
        }
    }

    @Test
    @DisplayName("P-10 a Connection header that names our headers takes none of them away, and lets nobody in")
    void headers_are_not_taken_away_by_connection() {
        String connection = "Connection: Remote-User, Remote-Groups, X-Gatehouse-Permission, X-Forwarded-Host, X-Original-URL, Authorization";
        assertEquals(200, send(WIKI, "GET", "/x", basic(BY_SUM.get(768)), connection).status());
        assertEquals(List.of("nginx-768"), backend.last().header("Remote-User"));
        assertEquals(List.of("user"), backend.last().header("Remote-Groups"));
        assertEquals(List.of("768"), backend.last().header("X-Gatehouse-Permission"));
        int before = backend.reached.size();
        assertEquals(401, send(WIKI, "GET", "/x", connection, "Remote-User: admin").status());
        assertEquals(403, send(DAV, "PUT", "/x", basic(BY_SUM.get(0)), connection, "X-Gatehouse-Permission: 16383").status());
        assertEquals(before, backend.reached.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "Content-Length: 4\r\nContent-Length: 0\r\n", "Content-Length : 4\r\n", "X-Folded: a\r\n b\r\n"})
    @DisplayName("P-14 a request that two servers could divide in two ways is 400, and the connection ends")
    void requests_that_could_be_divided_in_two_ways_are_refused(String lines) {
        int before = backend.reached.size();
        String hidden = "0\r\n\r\nGET /hidden HTTP/1.1\r\nHost: " + WIKI + ":" + PORT + "\r\n" + basic(BY_SUM.get(768)) + "\r\n\r\n";
        Raw.Answer answer = Raw.say("127.0.0.1", WIKI, PORT, "POST /x HTTP/1.1\r\nHost: " + WIKI + ":" + PORT + "\r\n" + basic(BY_SUM.get(768)) + "\r\n" + lines + "\r\n" + hidden);
        assertEquals(400, answer.status(), answer.toString());
        assertEquals(before, backend.reached.size());
    }

    @Test
    @DisplayName("P-14 a line that ends in a bare line feed is a line, and no header hides in it")
    void a_bare_line_feed_hides_nothing() {
        int before = backend.reached.size();
        Raw.Answer answer = Raw.say("127.0.0.1", WIKI, PORT,
                "GET /x HTTP/1.1\r\nHost: " + WIKI + ":" + PORT + "\r\nX-Nothing: x\nRemote-User: admin\r\nConnection: close\r\n" + basic(BY_SUM.get(768)) + "\r\n\r\n");
        if (answer.status() != 400) assertEquals(List.of("nginx-768"), backend.last().header("Remote-User"));
        assertTrue(backend.reached.size() <= before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public/../x", "/public/%2e%2e/x", "/public/..%2fx", "//public/x", "/public/..;/x", "/public%2fx", "/public/%252e%252e/x", "/.gatehouse/verify", "/.gatehouse/../api/auth/verify",
        "/.gatehouse/pass?s=1", "/.gatehouse/", "/.gatehouse/login"})
    @DisplayName("P-06 tricks with the path reach neither the service nor more of the house")
    void tricks_reach_nothing(String target) {
        int before = backend.reached.size();
        Raw.Answer answer = send(WIKI, "GET", target);
        assertTrue(answer.status() >= 400, answer.toString());
        assertEquals(before, backend.reached.size());
    }

    @Test
    @DisplayName("the base path is put in front, and everybody has their own")
    void the_base_path_is_put_in_front() {
        assertEquals(200, send(FRONT, "GET", "/a%20b?c=d", basic(home)).status());
        assertEquals("/home/nginx-home/a%20b?c=d", backend.last().target().toString());
        assertEquals(200, send(FRONT, "MOVE", "/a/x", basic(home), "Destination: http://" + FRONT + ":" + PORT + "/b/y").status());
        assertEquals("/home/nginx-home/a/x", backend.last().target().toString());
        assertEquals(List.of("http://" + FRONT + ":" + PORT + "/home/nginx-home/b/y"), backend.last().header("Destination"));
        assertEquals(403, send(FILES, "GET", "/x", basic(home)).status(), "there it is refused");
        assertEquals(200, send(FILES, "GET", "/home/nginx-home/x", basic(home)).status());
    }

    @Test
    void a_program_is_asked_for_basic() {
        Raw.Answer answer = send(DAV, "PROPFIND", "/");
        assertEquals(401, answer.status());
        assertEquals(List.of("Basic realm=\"Gatehouse\", charset=\"UTF-8\""), answer.all("WWW-Authenticate"));
    }

    private static Page open(Visitor visitor, String host, String target) {
        return visitor.get(URI.create("http://" + host + ":" + PORT + target), "Accept", "text/html");
    }

    /** A browser asks for HTML at every step. */
    private static Page follow(Visitor visitor, Page page) {
        Page here = page;
        for (int i = 0; here.redirects() && i < 20; i++) here = visitor.get(here.location(), "Accept", "text/html");
        return here;
    }

    @Test
    @DisplayName("K-06 O-05 a browser is led to the sign-in and back to the page it wanted, by a cookie of that host alone; one sign-out ends it everywhere")
    void a_browsers_whole_trip() {
        String password = "eleven green ladders";
        assertEquals(303, gatehouse.it.Myself.setPassword(BY_SUM.get(152).visitor(), password, "").status());
        Visitor browser = House.here().visitor();
        Page login = follow(browser, open(browser, WIKI, "/page?a=b%20c"));
        assertEquals("localhost", login.address().getHost());
        assertEquals("/login", login.address().getPath());
        Page there = follow(browser, browser.submit(login.formTo("/login").with("username", "nginx-152", "password", password)));
        assertEquals("http://" + WIKI + ":" + PORT + "/page?a=b%20c", there.address().toString());
        assertEquals(200, there.status());
        assertEquals(List.of("nginx-152"), backend.last().header("Remote-User"));
        Cookie cookie = browser.cookies().all().stream().filter(one -> one.name().equals("gatehouse")).findFirst().orElseThrow();
        assertEquals(WIKI, cookie.host());
        assertEquals(Map.of("path", "/", "httponly", "", "samesite", "Lax"), cookie.attributes());
        assertEquals(200, follow(browser, open(browser, FILES, "/x")).status(), "signed in already, another host asks for nothing");
        stolen(cookie);
        Page profile = browser.get(URI.create(House.here().address() + "/profile"));
        assertEquals(303, browser.submit(profile.formTo("/logout")).status());
        for (String host : List.of(WIKI, FILES)) assertEquals("/login", follow(browser, open(browser, host, "/x")).address().getPath());
    }

    /** The token of one host is worth nothing on another, nor in the house. */
    private static void stolen(Cookie cookie) {
        assertEquals(200, send(WIKI, "GET", "/x", "Cookie: gatehouse=" + cookie.value()).status());
        assertEquals(401, send(DAV, "GET", "/x", "Cookie: gatehouse=" + cookie.value()).status());
        assertEquals(401, send(WIKI, "GET", "/x", "Cookie: session=" + cookie.value()).status());
        assertEquals(401, send(WIKI, "GET", "/x", "Cookie: gatehouse=" + cookie.value() + "; gatehouse=x").status(), "K-10 two of them are none");
        Visitor thief = House.here().visitor();
        thief.cookies().put(new Cookie("session", cookie.value(), "localhost", Map.of()));
        assertEquals("/login", thief.get("/profile").location().getPath());
    }

    @Test
    @DisplayName("K-09 whoever is disabled is refused at the next request, by cookie and by token")
    void whoever_is_disabled_is_out() {
        Guards.Somebody eve = guards.somebody("nginx-eve", 16383, "/");
        Visitor browser = guards.again("nginx-eve");
        assertEquals(200, follow(browser, open(browser, WIKI, "/x")).status());
        assertEquals(200, send(DAV, "GET", "/x", basic(eve)).status());
        guards.disable("nginx-eve");
        assertEquals(303, open(browser, WIKI, "/x").status());
        assertEquals(401, send(DAV, "GET", "/x", basic(eve)).status());
    }

    @Test
    @DisplayName("a ticket is good in the browser that began, and once")
    void a_ticket_is_good_once_and_there() {
        Visitor browser = guards.again("nginx-16383");
        Page pass = browser.get(open(browser, WIKI, "/x").location(), "Accept", "text/html");
        URI arrive = browser.get(pass.location()).location();
        assertEquals("/.gatehouse/arrive", arrive.getPath());
        assertEquals(400, House.here().visitor().get(arrive).status(), "another browser");
        assertEquals(400, browser.get(arrive).status(), "it is spent");
        URI fresh = browser.get(pass.location()).location();
        assertFalse(fresh.equals(arrive));
        Page arrived = browser.get(fresh);
        assertEquals(303, arrived.status());
        assertEquals("no-referrer", arrived.header("Referrer-Policy").orElseThrow());
        assertEquals(400, browser.get(fresh).status());
        assertEquals(200, open(browser, WIKI, "/x").status());
    }

    @Test
    @DisplayName("X-05 X-07 what changes files by cookie comes from a page of that host")
    void a_foreign_page_changes_nothing() {
        Visitor browser = guards.again("nginx-16383");
        assertEquals(200, follow(browser, open(browser, FILES, "/x")).status());
        String cookie = "Cookie: gatehouse=" + browser.cookies().all().stream().filter(one -> one.name().equals("gatehouse")).findFirst().orElseThrow().value();
        assertEquals(200, send(FILES, "PUT", "/x", cookie).status());
        assertEquals(200, send(FILES, "PUT", "/x", cookie, "Origin: http://" + FILES + ":" + PORT, "Sec-Fetch-Site: same-origin").status());
        for (String foreign : List.of("Origin: null", "Origin: http://evil.test", "Origin: http://" + FILES, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site")) {
            assertEquals(403, send(FILES, "PUT", "/x", cookie, foreign).status(), foreign);
        }
    }
}

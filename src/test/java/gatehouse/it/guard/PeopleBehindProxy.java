package gatehouse.it.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gatehouse.it.Cookie;
import gatehouse.it.House;
import gatehouse.it.Myself;
import gatehouse.it.Page;
import gatehouse.it.Visitor;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What holds for people with browsers behind every proxy, and for base paths in front where the proxy can do that. */
abstract class PeopleBehindProxy extends ServicesBehindProxy {

    private static final String FRONT = "127.0.0.9";
    private Guards.Somebody home;

    PeopleBehindProxy(ProxyKind kind) {
        super(kind);
    }

    @Override
    void more() {
        super.more();
        home = guards.somebody(kind.id() + "-home", 16383, "/home/{username}");
        if (kind.fronts()) guarded(FRONT, "", "FILES", "confinement", "FRONT");
    }

    @Test
    @DisplayName("the base path is put in front where the proxy can, and everybody has their own")
    void the_base_path_is_put_in_front() {
        String mine = "/home/" + home.username();
        assertEquals(403, send(FILES, "GET", "/x", basic(home)).status(), "there it is refused");
        assertEquals(200, send(FILES, "GET", mine + "/x", basic(home)).status());
        if (kind.fronts()) eachHasTheirOwn(mine);
    }

    private void eachHasTheirOwn(String mine) {
        for (String inside : List.of("/a%20b?c=d", "/%E5%BC%A0?c=%2F", "/a%7Benv.HOME%7D?c=%7Benv.HOME%7D", "/100%25", "/?c", "/a+b@c")) {
            assertEquals(200, send(FRONT, "GET", inside, basic(home)).status());
            assertEquals(mine + inside, backend.last().line());
        }
        assertEquals(200, send(FRONT, "MOVE", "/a/x", basic(home), "Destination: http://" + FRONT + ":" + port + "/b/y").status());
        assertEquals(mine + "/a/x", backend.last().line());
        assertEquals(List.of("http://" + FRONT + ":" + port + mine + "/b/y"), backend.last().header("Destination"));
    }

    private Page open(Visitor visitor, String host, String target) {
        return visitor.get(URI.create("http://" + host + ":" + port + target), "Accept", "text/html");
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
        assertEquals(303, Myself.setPassword(bySum.get(152).visitor(), password, "").status());
        Visitor browser = House.here().visitor();
        Page login = follow(browser, open(browser, WIKI, "/page?a=b%20c"));
        assertEquals("localhost", login.address().getHost());
        assertEquals("/login", login.address().getPath());
        Page there = follow(browser, browser.submit(login.formTo("/login").with("username", name(152), "password", password)));
        assertEquals("http://" + WIKI + ":" + port + "/page?a=b%20c", there.address().toString());
        assertEquals(200, there.status());
        assertEquals(List.of(name(152)), backend.last().header("Remote-User"));
        Cookie cookie = pass(browser);
        assertEquals(WIKI, cookie.host());
        assertEquals(Map.of("path", "/", "httponly", "", "samesite", "Lax"), cookie.attributes());
        assertEquals(200, follow(browser, open(browser, FILES, "/x")).status(), "signed in already, another host asks for nothing");
        stolen(cookie);
        Page profile = browser.get(URI.create(House.here().address() + "/profile"));
        assertEquals(303, browser.submit(profile.formTo("/logout")).status());
        for (String host : List.of(WIKI, FILES)) assertEquals("/login", follow(browser, open(browser, host, "/x")).address().getPath());
    }

    private static Cookie pass(Visitor browser) {
        return browser.cookies().all().stream().filter(one -> one.name().equals("gatehouse")).findFirst().orElseThrow();
    }

    /** The token of one host is worth nothing on another, nor in the house. */
    private void stolen(Cookie cookie) {
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
        Guards.Somebody eve = guards.somebody(kind.id() + "-eve", 16383, "/");
        Visitor browser = guards.again(eve.username());
        assertEquals(200, follow(browser, open(browser, WIKI, "/x")).status());
        assertEquals(200, send(DAV, "GET", "/x", basic(eve)).status());
        guards.disable(eve.username());
        assertEquals(303, open(browser, WIKI, "/x").status());
        assertEquals(401, send(DAV, "GET", "/x", basic(eve)).status());
    }

    @Test
    @DisplayName("a ticket is good in the browser that began, and once")
    void a_ticket_is_good_once_and_there() {
        Visitor browser = guards.again(name(16383));
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
        Visitor browser = guards.again(name(16383));
        assertEquals(200, follow(browser, open(browser, FILES, "/x")).status());
        String cookie = "Cookie: gatehouse=" + pass(browser).value();
        assertEquals(200, send(FILES, "PUT", "/x", cookie).status());
        assertEquals(200, send(FILES, "PUT", "/x", cookie, "Origin: http://" + FILES + ":" + port, "Sec-Fetch-Site: same-origin").status());
        for (String foreign : List.of("Origin: null", "Origin: http://evil.test", "Origin: http://" + FILES, "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site")) {
            assertEquals(403, send(FILES, "PUT", "/x", cookie, foreign).status(), foreign);
        }
    }
}

package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Answer;
import gatehouse.it.provider.FakeProvider;
import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class VisitorTest {

    private static final String FORM = "<h1>登录</h1><form method=post action=/login><input type=hidden name=csrf value=t>"
            + "<input name=username value=old><input type=checkbox name=bit value=1 checked><input type=checkbox name=bit value=2></form>";

    @AutoClose
    private final FakeProvider site = FakeProvider.oauth("localhost").tell("/form", Answer.html(FORM));
    private final Visitor visitor = new Visitor(URI.create(site.address()));

    @Test
    void a_form_goes_with_its_hidden_fields_and_what_is_typed() {
        Page page = visitor.get("/form");
        assertEquals("登录", page.h1());
        assertEquals("t", page.csrf());
        visitor.submit(page.formTo("/login").with("username", "张 三").adding("bit", "8"));
        assertEquals("csrf=t&bit=1&username=%E5%BC%A0+%E4%B8%89&bit=8", site.received("/login").get(0).body());
    }

    @Test
    void a_redirect_is_followed_only_when_asked() {
        site.tell("/a", Answer.redirect(303, "/b?x=1")).tell("/b", Answer.redirect(302, "/form"));
        Page page = visitor.get("/a");
        assertEquals("1", page.locationParameter("x"));
        assertEquals(0, site.received("/b").size());
        assertEquals("登录", visitor.follow(page).h1());
    }

    @Test
    void cookies_keep_to_their_host_and_path_and_end_when_told() {
        site.tell("/set", Answer.status(200).with("Set-Cookie", "__Host-s=1; Path=/; Secure; HttpOnly; SameSite=Lax"));
        site.tell("/deep/set", Answer.status(200).with("Set-Cookie", "d=2; Path=/deep/"));
        site.tell("/end", Answer.status(200).with("Set-Cookie", "__Host-s=; Path=/; Max-Age=0"));
        for (String path : new String[] {"/set", "/deep/set", "/deep/x", "/x"}) visitor.get(path);
        assertEquals("__Host-s=1; d=2", site.received("/deep/x").get(0).header("Cookie").orElseThrow());
        assertEquals("__Host-s=1", site.received("/x").get(0).header("Cookie").orElseThrow());
        assertEquals("Lax", visitor.cookies().find("__Host-s").orElseThrow().attributes().get("samesite"));
        visitor.get("/end");
        assertTrue(visitor.cookies().find("__Host-s").isEmpty());
    }

    @Test
    void another_browser_has_its_own_name_and_no_cookies() {
        visitor.cookies().put(Cookie.parse("s=1", "localhost"));
        visitor.with("DingTalk/7").get("/x");
        assertEquals("DingTalk/7", site.received("/x").get(0).header("User-Agent").orElseThrow());
        assertTrue(site.received("/x").get(0).header("Cookie").isEmpty());
    }

    @Test
    void the_wire_sends_what_no_client_would() {
        assertEquals(400, Wire.status(new Wire(URI.create(site.address()).getPort()).send("GET\r\n\r\n")));
    }
}

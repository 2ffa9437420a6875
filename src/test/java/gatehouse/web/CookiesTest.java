package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import gatehouse.Requests;
import gatehouse.Responses;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CookiesTest {

    private final Responses sent = new Responses();

    @Test
    @DisplayName("K-01 by https a cookie is Secure, of this very host and its name says so; by http it cannot be")
    void by_https_a_cookie_is_of_this_very_host() {
        Cookies.write(sent.response(), "session", "x", true, -1);
        Cookies.write(sent.response(), "session", "x", false, -1);
        Cookies.write(sent.response(), "session", "", true, 0);
        Cookies.writeStrict(sent.response(), "known", "x", true, 60);
        assertEquals(List.of("__Host-session=x; Path=/; HttpOnly; SameSite=Lax; Secure", "session=x; Path=/; HttpOnly; SameSite=Lax",
                "__Host-session=; Path=/; HttpOnly; SameSite=Lax; Secure; Max-Age=0", "__Host-known=x; Path=/; HttpOnly; SameSite=Strict; Secure; Max-Age=60"), sent.cookies());
    }

    @Test
    @DisplayName("K-01 K-10 by https only the cookie of this very host is read, and none that came twice")
    void by_https_only_its_own_cookie_is_read() {
        assertEquals(Optional.of("a"), Cookies.read(Requests.of("GET", "", "Cookie", "session=b; __Host-session=a"), "session", true));
        assertEquals(Optional.of("b"), Cookies.read(Requests.of("GET", "", "Cookie", "session=b; __Host-session=a"), "session", false));
        assertTrue(Cookies.read(Requests.of("GET", "", "Cookie", "session=b"), "session", true).isEmpty());
        assertTrue(Cookies.read(Requests.of("GET", "", "Cookie", "__Host-session=a", "Cookie", "__Host-session=b"), "session", true).isEmpty());
    }
}

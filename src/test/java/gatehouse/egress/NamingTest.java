package gatehouse.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

import gatehouse.connection.Route;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What one server may name as another's address. */
class NamingTest {

    private static final String PUBLIC = "https://sso.example";
    @AutoClose
    private final Ways ways = new Ways(new Egress("private", "", "", "", NamingTest::resolve));

    private boolean mayName(String server, String... others) {
        return ways.along(Route.USUAL).mayName(URI.create(server), List.of(others), Deadline.in(Duration.ofSeconds(5)));
    }

    @Test
    @DisplayName("F-03 an https issuer may not name http, a public issuer may not name an address inside the house")
    void an_address_is_not_weaker_than_who_names_it() {
        for (String weaker : List.of("http://sso.example/jwks", "https://10.0.0.1/jwks", "https://inside.example/jwks", "https://localhost/jwks")) {
            assertFalse(mayName(PUBLIC, weaker), weaker);
            assertFalse(mayName(PUBLIC, "https://sso.example/jwks", weaker), weaker);
        }
        assertTrue(mayName(PUBLIC, "https://sso.example/jwks", "https://keys.example/jwks"));
        assertTrue(mayName("https://inside.example", "https://10.0.0.1/jwks"));
    }

    @Test
    @DisplayName("F-03 what is no web address, has a fragment or may not be asked cannot be named by anybody")
    void what_is_no_address_cannot_be_named() {
        for (String none : List.of("", "/jwks", "ftp://sso.example/", "https://a@sso.example/", "https://sso.example/#x", "https://sso.example/ x",
                "https://169.254.169.254/x")) {
            assertFalse(mayName(PUBLIC, none), none);
            assertFalse(mayName("https://inside.example", none), none);
        }
    }

    @Test
    void a_name_that_nobody_knows_is_said_so() {
        assertEquals("UNREACHABLE (name)", assertThrows(NoAnswer.class, () -> mayName(PUBLIC, "https://nobody.example/jwks")).getMessage());
        assertEquals("UNREACHABLE (name)", assertThrows(NoAnswer.class, () -> mayName("https://nobody.example", "https://sso.example/jwks")).getMessage());
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.equals("nobody.example")) throw new UnknownHostException(host);
        String address = host.equals("inside.example") ? "10.0.0.7" : host.matches("[0-9.]+") ? host : "93.184.216.34";
        return new InetAddress[] {InetAddress.getByName(address)};
    }
}

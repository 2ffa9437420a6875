package gatehouse.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import gatehouse.connection.Route;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The outgoing proxy of one provider, beside that of the installation. */
class OwnProxyTest {

    private static final String NAME = "sso.invalid";

    private static String asked(Egress egress, Route route, String url) {
        try (Ways ways = new Ways(egress)) {
            return Integer.toString(ways.along(route).get(URI.create(url), Map.of(), 100, Deadline.in(Duration.ofSeconds(8))).status());
        } catch (NoAnswer failed) {
            return failed.getMessage();
        }
    }

    private static Egress house(String proxy, String noProxy) {
        return new Egress("private", "", proxy, noProxy);
    }

    private static int port(FakeProvider provider) {
        return URI.create(provider.url("")).getPort();
    }

    @Test
    void a_providers_proxy_leads_to_it_under_its_own_authority() throws Exception {
        Certificates acme = Certificates.of(new GeneralName(GeneralName.dNSName, NAME), Instant.now().plus(Duration.ofHours(6)));
        try (FakeProvider provider = FakeProvider.withTls(acme.server()).on("/user", "{}"); TestProxy proxy = TestProxy.to(port(provider))) {
            assertEquals("200", asked(house("", ""), new Route(acme.authority(), proxy.address()), "https://" + NAME + ":8443/user"));
            assertEquals(List.of("CONNECT " + NAME + ":8443 HTTP/1.1"), proxy.asked);
            assertEquals("UNREACHABLE (tls)", asked(house("", ""), new Route("", proxy.address()), "https://" + NAME + ":8443/user"));
            assertEquals(1, provider.seen("/user").size());
        }
    }

    @Test
    void it_comes_before_the_settings_of_the_installation() throws Exception {
        try (TestProxy operators = TestProxy.to(0); TestProxy own = TestProxy.to(0); FakeProvider provider = new FakeProvider().on("/user", "{}")) {
            Egress egress = house(operators.address(), "127.0.0.1");
            assertEquals("200", asked(egress, Route.USUAL, "http://" + NAME + "/user"));
            assertEquals("200", asked(egress, new Route("", own.address()), provider.url("/user")));
            assertEquals(List.of("GET http://" + NAME + "/user HTTP/1.1"), operators.asked);
            assertEquals(List.of("GET " + provider.url("/user") + " HTTP/1.1"), own.asked);
            assertEquals("200", asked(house(operators.address(), ""), new Route("", Route.DIRECT), provider.url("/user")));
            assertEquals("1 1 1", operators.asked.size() + " " + own.asked.size() + " " + provider.seen().size());
        }
    }

    @Test
    @DisplayName("F-01 through a provider's proxy literal addresses are judged, and names are left to it")
    void literal_addresses_are_judged_through_it() throws Exception {
        try (TestProxy proxy = TestProxy.to(0)) {
            Route route = new Route("", proxy.address());
            assertEquals("ADDRESS_REFUSED (address)", asked(house("", ""), route, "http://169.254.169.254/latest"));
            assertEquals("ADDRESS_REFUSED (address)", asked(house("", ""), route, "http://2130706433/"));
            Egress open = new Egress("public", "127.0.0.1", "", "");
            assertEquals("ADDRESS_REFUSED (address)", asked(open, route, "http://10.0.0.1/"));
            assertEquals(List.of(), proxy.asked);
            assertEquals("200", asked(open, route, "http://" + NAME + "/"));
        }
    }

    @Test
    @DisplayName("F-01 a provider's proxy must itself be allowed: by its text, and by every address of its name each time it is asked")
    void the_proxy_itself_must_be_allowed() throws Exception {
        try (TestProxy proxy = TestProxy.to(0)) {
            int port = URI.create(proxy.address()).getPort();
            assertEquals("ADDRESS_REFUSED (resolved address)", asked(new Egress("public", "", "", ""), new Route("", proxy.address()), "http://" + NAME + "/"));
            AtomicInteger turn = new AtomicInteger();
            Egress rebinding = new Egress("private", "", "", "",
                    host -> new InetAddress[] {InetAddress.getByName(turn.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")});
            Ways ways = new Ways(rebinding);
            Outgoing way = ways.along(new Route("", "http://localhost:" + port));
            URI there = URI.create("http://" + NAME + "/");
            assertEquals(200, way.get(there, Map.of(), 100, Deadline.in(Duration.ofSeconds(8))).status());
            NoAnswer refused = assertThrows(NoAnswer.class, () -> way.get(there, Map.of(), 100, Deadline.in(Duration.ofSeconds(8))));
            assertEquals("ADDRESS_REFUSED (resolved address)", refused.getMessage());
            assertEquals(1, proxy.asked.size());
            ways.close();
        }
    }

    @Test
    void a_proxy_that_is_away_or_wants_a_password_is_said_so() throws Exception {
        TestProxy away = TestProxy.to(0);
        away.close();
        assertEquals("UNREACHABLE (connect)", asked(house("", ""), new Route("", away.address()), "https://" + NAME + "/"));
        try (TestProxy guarded = TestProxy.refusing("407 Proxy Authentication Required"); TestProxy closed = TestProxy.refusing("403 Forbidden")) {
            for (String scheme : List.of("http", "https")) {
                assertEquals("UNREACHABLE (proxy)", asked(house("", ""), new Route("", guarded.address()), scheme + "://" + NAME + "/"));
            }
            assertEquals("UNREACHABLE (cut)", asked(house("", ""), new Route("", closed.address()), "https://" + NAME + "/"));
        }
    }
}

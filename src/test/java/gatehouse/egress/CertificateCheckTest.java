package gatehouse.egress;

import static gatehouse.egress.Legwork.house;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import gatehouse.check.Remark;
import gatehouse.connection.Route;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a check says of the certificate at the other end. */
class CertificateCheckTest {

    private static final GeneralName HERE = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    @AutoClose
    private final Legwork legwork = new Legwork();

    private List<String> tls(Certificates certificates, String trusted) throws Exception {
        try (FakeProvider provider = FakeProvider.withTls(certificates.server()).on("/authorize", "{}")) {
            return legwork.found(provider.url("/authorize"), new Route(trusted, ""));
        }
    }

    @Test
    void a_good_server_is_told_step_by_step() throws Exception {
        Certificates acme = Certificates.good();
        assertEquals(List.of("GOOD check.connection", "GOOD check.tls.good", "GOOD check.answer", "GOOD check.clock.good"), tls(acme, acme.authority()));
        try (FakeProvider provider = new FakeProvider().on("/authorize", "{}")) {
            assertEquals(List.of("GOOD check.name.found", "GOOD check.connection", "GOOD check.answer", "GOOD check.clock.good"),
                    legwork.found(provider.url("/authorize").replace("127.0.0.1", "localhost")));
        }
    }

    @Test
    @DisplayName("C-17 what is wrong with a certificate is told apart: nobody vouches for it, another name, too old, too young, soon over")
    void a_bad_certificate_is_told_plainly() throws Exception {
        Instant now = Instant.now();
        Certificates acme = Certificates.good();
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.unknown"), tls(acme, ""));
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.unknown"), tls(acme, Certificates.good().authority()));
        Certificates other = Certificates.of(new GeneralName(GeneralName.dNSName, "other.example"), now.plusSeconds(9999));
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.name"), tls(other, other.authority()));
        Certificates ended = Certificates.of(HERE, now.minusSeconds(9999));
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.ended"), tls(ended, ended.authority()));
        Certificates early = Certificates.of(HERE, now.plus(Duration.ofDays(3)));
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.early"), tls(early, early.authority()));
        Certificates soon = Certificates.of(HERE, now.plusSeconds(9999));
        assertEquals("WARN check.tls.soon", tls(soon, soon.authority()).get(1));
    }

    @Test
    void a_certificate_is_told_with_its_names() throws Exception {
        Certificates other = Certificates.of(new GeneralName(GeneralName.dNSName, "other.example"), Instant.now().plusSeconds(9999));
        try (FakeProvider provider = FakeProvider.withTls(other.server())) {
            Remark name = legwork.walked(provider.url("/authorize"), new Route(other.authority(), ""), house()).remarks().get(1);
            assertEquals(List.of("CN=server", "127.0.0.1", "other.example"), name.said().arguments());
            Remark unknown = legwork.walked(provider.url("/authorize"), Route.USUAL, house()).remarks().get(1);
            assertEquals(List.of("CN=server", "CN=authority"), unknown.said().arguments());
        }
    }

    @Test
    void a_server_that_shows_a_certificate_and_no_more_is_told() throws Exception {
        Certificates acme = Certificates.good();
        try (FakeProvider provider = FakeProvider.withTls(acme.server()).on("/authorize", exchange -> exchange.close())) {
            assertEquals(List.of("GOOD check.connection", "GOOD check.tls.good", "BAD check.answer.none"),
                    legwork.found(provider.url("/authorize"), new Route(acme.authority(), "")));
        }
    }

    @Test
    void a_proxy_on_the_way_is_told() throws Exception {
        Certificates acme = Certificates.of(new GeneralName(GeneralName.dNSName, "sso.invalid"), Instant.now().minusSeconds(9999));
        TestProxy away = TestProxy.to(0);
        away.close();
        try (FakeProvider provider = FakeProvider.withTls(acme.server()); TestProxy password = TestProxy.refusing("407 Proxy Authentication Required");
             TestProxy closed = TestProxy.refusing("403 Forbidden"); TestProxy good = TestProxy.to(Integer.parseInt(provider.url("").replaceFirst(".*:", "")))) {
            assertEquals("BAD check.proxy.nobody", proxied(away).get(1));
            assertEquals("BAD check.proxy.password", proxied(password).get(1));
            assertEquals("BAD check.proxy.refuses", proxied(closed).get(1));
            assertEquals(List.of("GOOD check.name.proxy", "GOOD check.connection", "BAD check.tls.ended"), proxied(good));
            assertEquals("BAD check.answer.password", legwork.found("http://sso.invalid/a", new Route("", password.address())).get(2));
        }
    }

    private List<String> proxied(TestProxy proxy) {
        return legwork.found("https://sso.invalid/authorize", new Route("", proxy.address()));
    }
}

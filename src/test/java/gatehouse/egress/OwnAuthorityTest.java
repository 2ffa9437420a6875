package gatehouse.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import gatehouse.connection.Route;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The certificate of an authority that is trusted for one provider. */
class OwnAuthorityTest {

    private static final GeneralName HERE = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    private static final Instant YESTERDAY = Instant.now().minus(Duration.ofDays(1));
    private static final Instant TOMORROW = Instant.now().plus(Duration.ofDays(1));
    @AutoClose
    private final Ways ways = new Ways(new Egress("private", "", "", ""));

    private static Route trusting(String pem) {
        return new Route(pem, "");
    }

    private String asked(FakeProvider provider, Route route) {
        URI uri = URI.create(provider.url("/user"));
        return Integer.toString(ways.along(route).get(uri, Map.of(), 100, Deadline.in(Duration.ofSeconds(8))).status());
    }

    private String refused(Certificates certificates, Route route) throws Exception {
        try (FakeProvider provider = FakeProvider.withTls(certificates.server()).on("/user", "{}")) {
            String said = assertThrows(NoAnswer.class, () -> asked(provider, route)).getMessage();
            assertEquals(0, provider.seen().size());
            return said;
        }
    }

    @Test
    @DisplayName("C-17 a provider's own authority is believed for that provider, and for no other")
    void it_is_believed_for_its_provider_alone() throws Exception {
        Certificates acme = Certificates.of(HERE, TOMORROW);
        try (FakeProvider provider = FakeProvider.withTls(acme.server()).on("/user", "{}")) {
            assertEquals("200", asked(provider, trusting(acme.authority())));
            assertEquals("200", asked(provider, trusting(Certificates.good().authority() + acme.authority())));
            for (Route other : new Route[] {Route.USUAL, trusting(Certificates.good().authority())}) {
                assertEquals("UNREACHABLE (tls)", assertThrows(NoAnswer.class, () -> asked(provider, other)).getMessage());
            }
            assertEquals(2, provider.seen().size());
        }
    }

    @Test
    @DisplayName("C-17 an own authority does not make another name or an expired certificate good")
    void names_and_dates_are_checked_all_the_same() throws Exception {
        Certificates elsewhere = Certificates.of(new GeneralName(GeneralName.dNSName, "other.example"), TOMORROW);
        assertEquals("UNREACHABLE (tls)", refused(elsewhere, trusting(elsewhere.authority())));
        Certificates expired = Certificates.of(HERE, Instant.now().minus(Duration.ofHours(1)));
        assertEquals("UNREACHABLE (tls)", refused(expired, trusting(expired.authority())));
    }

    @Test
    @DisplayName("C-17 a server's own certificate can be trusted, but not under another name and not when its time is over")
    void a_servers_own_certificate_is_checked_as_well() throws Exception {
        Certificates own = Certificates.itself(HERE, YESTERDAY, TOMORROW);
        try (FakeProvider provider = FakeProvider.withTls(own.server()).on("/user", "{}")) {
            assertEquals("200", asked(provider, trusting(own.leaf())));
        }
        Certificates expired = Certificates.itself(HERE, YESTERDAY, Instant.now().minus(Duration.ofHours(1)));
        assertEquals("UNREACHABLE (tls)", refused(expired, trusting(expired.leaf())));
        Certificates elsewhere = Certificates.itself(new GeneralName(GeneralName.dNSName, "other.example"), YESTERDAY, TOMORROW);
        assertEquals("UNREACHABLE (tls)", refused(elsewhere, trusting(elsewhere.leaf())));
    }

    @Test
    void whom_the_machine_trusts_is_trusted_as_before() throws Exception {
        int machine = new Trust(Route.USUAL, chain -> { }).getAcceptedIssuers().length;
        assertEquals(machine + 1, new Trust(trusting(Certificates.good().authority()), chain -> { }).getAcceptedIssuers().length);
    }
}

package gatehouse.exchange;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import javax.net.ssl.SSLContext;

import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TlsTest {

    private static final GeneralName HERE = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    private static final Instant TONIGHT = Instant.now().plus(Duration.ofHours(6));

    @Test
    @DisplayName("C-17 a certificate nobody vouches for is refused")
    void a_certificate_of_an_unknown_authority_is_refused() throws Exception {
        assertEquals("UNREACHABLE (tls)", refused(Certificates.of(HERE, TONIGHT), SSLContext.getDefault()));
    }

    @Test
    @DisplayName("C-17 a certificate for another name is refused, though its issuer is trusted")
    void a_certificate_for_another_name_is_refused() throws Exception {
        Certificates other = Certificates.of(new GeneralName(GeneralName.dNSName, "other.example"), TONIGHT);
        assertEquals("UNREACHABLE (tls)", refused(other, other.trust()));
    }

    @Test
    @DisplayName("C-17 an expired certificate is refused, though its issuer is trusted")
    void an_expired_certificate_is_refused() throws Exception {
        Certificates expired = Certificates.of(HERE, Instant.now().minus(Duration.ofHours(1)));
        assertEquals("UNREACHABLE (tls)", refused(expired, expired.trust()));
    }

    @Test
    void a_certificate_that_the_machine_trusts_is_taken() throws Exception {
        Certificates good = Certificates.of(HERE, TONIGHT);
        try (FakeProvider provider = FakeProvider.withTls(good.server()).on("/user", "{}"); Outgoing outgoing = outgoing(good.trust())) {
            assertEquals(200, get(outgoing, provider).status());
        }
    }

    private static String refused(Certificates certificates, SSLContext trust) throws Exception {
        try (FakeProvider provider = FakeProvider.withTls(certificates.server()).on("/user", "{}"); Outgoing outgoing = outgoing(trust)) {
            String said = assertThrows(ExchangeFailed.class, () -> get(outgoing, provider)).getMessage();
            assertEquals(0, provider.seen().size());
            return said;
        }
    }

    private static Reply get(Outgoing outgoing, FakeProvider provider) {
        return outgoing.get(URI.create(provider.url("/user")), Map.of(), 100, Deadline.in(Duration.ofSeconds(8)));
    }

    private static Outgoing outgoing(SSLContext trust) {
        return new Outgoing(new Egress("private", "", "", ""), trust, Outgoing.threads(), new Clocks());
    }
}

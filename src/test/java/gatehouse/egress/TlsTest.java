package gatehouse.egress;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import gatehouse.connection.Route;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TlsTest {

    private static final GeneralName HERE = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    private static final Instant TONIGHT = Instant.now().plus(Duration.ofHours(6));
    @AutoClose("shutdownNow")
    private final ExecutorService threads = Executors.newCachedThreadPool();

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
        try (FakeProvider provider = FakeProvider.withTls(good.server()).on("/user", "{}")) {
            assertEquals(200, get(good.trust(), provider).status());
        }
    }

    private String refused(Certificates certificates, SSLContext trust) throws Exception {
        try (FakeProvider provider = FakeProvider.withTls(certificates.server()).on("/user", "{}")) {
            String said = assertThrows(NoAnswer.class, () -> get(trust, provider)).getMessage();
            assertEquals(0, provider.seen().size());
            return said;
        }
    }

    private Reply get(SSLContext trust, FakeProvider provider) {
        Outgoing outgoing = new Outgoing(new Egress("private", "", "", ""), Route.USUAL, trust, threads, new Clocks());
        return outgoing.get(URI.create(provider.url("/user")), Map.of(), 100, Deadline.in(Duration.ofSeconds(8)));
    }
}

package gatehouse.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import gatehouse.egress.Certificates;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.Test;

class AuthoritiesTest {

    private static String refused(String pem) {
        Refusal refusal = assertThrows(Refusal.class, () -> Authorities.of(pem));
        return refusal.status() + " " + refusal.key();
    }

    @Test
    void several_certificates_are_kept_once_each_and_without_the_text_around_them() throws Exception {
        String one = Certificates.good().authority();
        String two = Certificates.good().authority();
        Authorities read = Authorities.of("subject=CN=x\n" + one.replace("\n", "\r\n") + "\n# and\n" + two + one);
        assertEquals(2, read.all().size());
        assertEquals(one + two, read.toPem());
        assertEquals(read, Authorities.of(read.toPem()));
        assertEquals("", Authorities.of(" \r\n").toPem());
    }

    @Test
    void what_is_no_certificate_is_refused_and_named() throws Exception {
        String good = Certificates.good().authority();
        assertEquals("422 provider.ca.none", refused("hello"));
        assertEquals("422 provider.ca.key", refused("-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----"));
        assertEquals("422 provider.ca.key", refused(good + "-----BEGIN EC PRIVATE KEY-----\nMIIB"));
        assertEquals("422 provider.ca.kind", refused("-----BEGIN PKCS7-----\nMIIB\n-----END PKCS7-----"));
        assertEquals("422 provider.ca.cut", refused(good.substring(0, good.length() - 30)));
        assertEquals("422 provider.ca.cut", refused(good + "-----BEGIN CERTIFICATE-----"));
        assertEquals("422 provider.ca.unreadable", refused("-----BEGIN CERTIFICATE-----\nMIIBAAAA\n-----END CERTIFICATE-----"));
        assertEquals("422 provider.ca.unreadable", refused("-----BEGIN CERTIFICATE-----\n!!\n-----END CERTIFICATE-----"));
        assertEquals("422 provider.ca.unreadable", refused("-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----"));
        assertEquals("422 provider.ca.many", refused(good.repeat(11)));
    }

    @Test
    void a_servers_certificate_is_refused_and_its_authority_named() throws Exception {
        Refusal refusal = assertThrows(Refusal.class, () -> Authorities.of(Certificates.good().leaf()));
        assertEquals("provider.ca.server [CN=server, CN=authority]", refusal.key() + " " + List.of(refusal.arguments()));
    }

    @Test
    void a_saved_certificate_is_shown_with_its_time_and_fingerprint() throws Exception {
        var shown = AuthorityView.of(new Route(Certificates.good().authority(), ""), Instant.now()).get(0);
        assertEquals("CN=authority CN=authority true soon", shown.get("subject") + " " + shown.get("issuer") + " " + shown.get("signs") + " " + shown.get("kind"));
        assertTrue(shown.get("fingerprint").toString().matches("[0-9A-F]{2}(:[0-9A-F]{2}){31}"));
        Route expired = new Route(Certificates.expiredAuthority(), "");
        assertEquals("expired", AuthorityView.of(expired, Instant.now()).get(0).get("kind"));
        assertEquals("good", AuthorityView.of(expired, Instant.parse("2019-06-01T00:00:00Z")).get(0).get("kind"));
        assertEquals("early", AuthorityView.of(expired, Instant.parse("2019-01-01T00:00:00Z").minus(Duration.ofDays(1))).get(0).get("kind"));
    }
}

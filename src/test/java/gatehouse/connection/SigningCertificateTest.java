package gatehouse.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.time.Instant;

import gatehouse.SelfSigned;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningCertificateTest {

    private static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
    private static final KeyPair RSA = SelfSigned.rsa(2048);

    private static String refused(String pem) {
        Refusal refused = assertThrows(Refusal.class, () -> SigningCertificate.of(pem));
        assertEquals(422, refused.status());
        return refused.key();
    }

    @Test
    @DisplayName("A10 a certificate gives its key and its end, a bare key never ends")
    void a_certificate_or_a_public_key_is_read() {
        SigningCertificate read = SigningCertificate.of("\n" + SelfSigned.certificate(RSA, END).replace("\n", "\r\n") + "\n");
        assertEquals(RSA.getPublic(), read.key());
        assertEquals(END, read.until());
        assertEquals(new SigningCertificate(RSA.getPublic(), Instant.MAX), SigningCertificate.of(SelfSigned.publicKey(RSA)));
        KeyPair curve = SelfSigned.ec(256);
        assertEquals(curve.getPublic(), SigningCertificate.of(SelfSigned.certificate(curve, END)).key());
        assertEquals(curve.getPublic(), SigningCertificate.of(SelfSigned.publicKey(curve)).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MIIB", "-----BEGIN CERTIFICATE-----", "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----", "https://door.example/cert",
            "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
            "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----"})
    @DisplayName("A10 what is no certificate is refused")
    void a_malformed_one_is_refused(String pem) {
        assertEquals("provider.certificate.form", refused(pem));
    }

    @Test
    @DisplayName("A10 one certificate, not two; and its end is part of it")
    void a_chain_or_a_half_is_refused() {
        String good = SelfSigned.certificate(RSA, END);
        assertEquals("provider.certificate.form", refused(good + good));
        assertEquals("provider.certificate.form", refused(good.substring(0, good.length() / 2)));
        assertEquals("provider.certificate.form", refused(good.replace("END CERTIFICATE", "END PUBLIC KEY")));
        assertEquals("provider.certificate.too-long", refused(good + " ".repeat(8192)));
    }

    @Test
    @DisplayName("A10 a private key is refused by name")
    void a_private_key_is_refused() {
        assertEquals("provider.certificate.private", refused(SelfSigned.pem("PRIVATE KEY", RSA.getPrivate().getEncoded())));
        assertEquals("provider.certificate.private", refused(SelfSigned.certificate(RSA, END) + SelfSigned.pem("RSA PRIVATE KEY", new byte[3])));
    }

    @Test
    @DisplayName("A10 I-03 a weak key is refused: RSA below 2,048 bits, another curve")
    void a_weak_key_is_refused() {
        assertEquals("provider.certificate.weak", refused(SelfSigned.certificate(SelfSigned.rsa(1024), END)));
        assertEquals("provider.certificate.weak", refused(SelfSigned.publicKey(SelfSigned.ec(384))));
    }
}

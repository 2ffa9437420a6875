package gatehouse.connection;

import java.io.ByteArrayInputStream;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import gatehouse.web.Refusal;

/**
 * The key by which a provider signs its tokens, as an administrator pasted it: one X.509 certificate or public key in PEM (RFC 7468),
 * RSA of 2,048 bits or more, or P-256; at most 8,192 characters.
 *
 * @param until when the certificate expires; for a bare key {@link Instant#MAX}
 */
public record SigningCertificate(PublicKey key, Instant until) {

    private static final int LONGEST = 8192;
    private static final int WEAKEST_RSA = 2048;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN (CERTIFICATE|PUBLIC KEY)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");

    /** @throws Refusal 422, naming the mend */
    public static SigningCertificate of(String pem) {
        if (pem.length() > LONGEST) throw Refusal.invalid("provider.certificate.too-long", LONGEST);
        if (pem.contains("PRIVATE KEY")) throw Refusal.invalid("provider.certificate.private");
        Matcher block = BLOCK.matcher(pem.strip());
        if (!block.matches()) throw Refusal.invalid("provider.certificate.form");
        try {
            return read(block.group(1), Base64.getMimeDecoder().decode(block.group(2))).strong();
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            throw Refusal.invalid("provider.certificate.form");
        }
    }

    private static SigningCertificate read(String kind, byte[] der) throws GeneralSecurityException {
        if (kind.equals("PUBLIC KEY")) return new SigningCertificate(key(der), Instant.MAX);
        X509Certificate certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        return new SigningCertificate(certificate.getPublicKey(), certificate.getNotAfter().toInstant());
    }

    private static PublicKey key(byte[] der) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
        } catch (InvalidKeySpecException noRsa) {
            return KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(der));
        }
    }

    private SigningCertificate strong() throws GeneralSecurityException {
        boolean rsa = key instanceof RSAPublicKey open && open.getModulus().bitLength() >= WEAKEST_RSA;
        boolean curve = key instanceof ECPublicKey open && p256(open.getParams());
        if (!rsa && !curve) throw Refusal.invalid("provider.certificate.weak", WEAKEST_RSA);
        return this;
    }

    private static boolean p256(ECParameterSpec given) throws GeneralSecurityException {
        AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
        named.init(new ECGenParameterSpec("secp256r1"));
        ECParameterSpec curve = named.getParameterSpec(ECParameterSpec.class);
        return curve.getCurve().equals(given.getCurve()) && curve.getOrder().equals(given.getOrder());
    }
}

package gatehouse.connection;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import javax.security.auth.x500.X500Principal;

import gatehouse.web.OneLine;
import gatehouse.web.Refusal;

/** Certificates that vouch for one provider's servers, beside those that the machine trusts: at most 10, written as PEM (RFC 7468). */
public record Authorities(List<X509Certificate> all) {

    static final int MOST = 10;
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");
    private static final Pattern BEGIN = Pattern.compile("-----BEGIN ");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    /**
     * Text around the certificates is passed over.
     *
     * @throws Refusal 422 when something cannot be read, is no certificate, or is that of a server that another authority signed
     */
    public static Authorities of(String pem) {
        if (pem.isBlank()) return new Authorities(List.of());
        if (secret(pem)) throw Refusal.invalid("provider.ca.key");
        List<MatchResult> blocks = BLOCK.matcher(pem).results().toList();
        long begun = BEGIN.matcher(pem).results().count();
        if (begun == 0) throw Refusal.invalid("provider.ca.none");
        if (begun > MOST) throw Refusal.invalid("provider.ca.many", MOST);
        if (blocks.size() < begun) throw Refusal.invalid("provider.ca.cut");
        LinkedHashSet<X509Certificate> all = new LinkedHashSet<>();
        for (MatchResult block : blocks) all.add(authority(certificate(block, all.size() + 1)));
        return new Authorities(List.copyOf(all));
    }

    /** Whether a private key stands in it, which nobody is to see again. */
    public static boolean secret(String pem) {
        return pem.contains("PRIVATE KEY");
    }

    private static X509Certificate certificate(MatchResult block, int number) {
        if (!block.group(1).matches("(X509 )?CERTIFICATE")) throw Refusal.invalid("provider.ca.kind", block.group(1));
        try {
            byte[] der = Base64.getDecoder().decode(block.group(2).replaceAll("\\s", "").getBytes(StandardCharsets.US_ASCII));
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException | IllegalArgumentException unreadable) {
            throw Refusal.invalid("provider.ca.unreadable", number);
        }
    }

    /** One that another authority signed, and that is none itself, vouches for nobody. */
    private static X509Certificate authority(X509Certificate certificate) {
        if (signs(certificate) || itself(certificate)) return certificate;
        throw Refusal.invalid("provider.ca.server", name(certificate.getSubjectX500Principal()), name(certificate.getIssuerX500Principal()));
    }

    /** Whether it may sign others (RFC 5280 section 4.2.1.9). */
    static boolean signs(X509Certificate certificate) {
        return certificate.getBasicConstraints() >= 0 || certificate.getVersion() == 1 && itself(certificate);
    }

    private static boolean itself(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    /** As people write it, on one line of at most 200 characters. */
    public static String name(X500Principal principal) {
        return OneLine.of(principal.toString(), 200);
    }

    /** The certificates alone, one after the other. */
    public String toPem() {
        return all.stream().map(Authorities::pem).collect(Collectors.joining());
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(certificate.getEncoded()) + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

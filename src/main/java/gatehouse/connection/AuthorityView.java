package gatehouse.connection;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The saved certificates as a provider's page shows them. */
public final class AuthorityView {

    private static final Duration SOON = Duration.ofDays(30);

    private AuthorityView() {
    }

    public static List<Map<String, Object>> of(Route route, Instant now) {
        return Authorities.of(route.authorities()).all().stream().map(one -> shown(one, now)).toList();
    }

    private static Map<String, Object> shown(X509Certificate certificate, Instant now) {
        return Map.of("subject", Authorities.name(certificate.getSubjectX500Principal()), "issuer", Authorities.name(certificate.getIssuerX500Principal()),
                "until", certificate.getNotAfter().toInstant(), "fingerprint", fingerprint(certificate), "signs", Authorities.signs(certificate),
                "kind", kind(certificate, now));
    }

    private static String kind(X509Certificate certificate, Instant now) {
        if (now.isAfter(certificate.getNotAfter().toInstant())) return "expired";
        if (now.isBefore(certificate.getNotBefore().toInstant())) return "early";
        return now.plus(SOON).isAfter(certificate.getNotAfter().toInstant()) ? "soon" : "good";
    }

    private static String fingerprint(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

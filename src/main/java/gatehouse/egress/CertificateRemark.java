package gatehouse.egress;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import gatehouse.check.Mark;
import gatehouse.check.Remark;
import gatehouse.connection.Authorities;

/** What a server's certificate is worth, in plain words: who it is for, who vouches for it, until when, and what is wrong with it. */
record CertificateRemark(List<X509Certificate> chain, Clock clock) {

    private static final String STEP = "certificate";
    private static final int SOON = 14;

    /** It was taken. @param protocol such as TLSv1.3 */
    Remark good(String protocol) {
        long days = Duration.between(clock.instant(), server().getNotAfter().toInstant()).toDays();
        boolean soon = days < SOON;
        String key = soon ? "check.tls.soon" : "check.tls.good";
        return new Remark(soon ? Mark.WARN : Mark.GOOD, STEP, key, subject(), issuer(), server().getNotAfter(), days, protocol);
    }

    /** It was refused. @param host the name that was asked for */
    Remark bad(Trust trust, String host) {
        Date now = Date.from(Instant.now());
        Optional<X509Certificate> ended = chain.stream().filter(one -> now.after(one.getNotAfter())).findFirst();
        if (ended.isPresent()) return new Remark(Mark.BAD, STEP, "check.tls.ended", name(ended.get()), ended.get().getNotAfter());
        Optional<X509Certificate> early = chain.stream().filter(one -> now.before(one.getNotBefore())).findFirst();
        if (early.isPresent()) return new Remark(Mark.BAD, STEP, "check.tls.early", name(early.get()), early.get().getNotBefore());
        if (!trust.vouched(chain)) return new Remark(Mark.BAD, STEP, "check.tls.unknown", subject(), Authorities.name(last().getIssuerX500Principal()));
        return new Remark(Mark.BAD, STEP, "check.tls.name", subject(), host, names());
    }

    private X509Certificate server() {
        return chain.get(0);
    }

    private X509Certificate last() {
        return chain.get(chain.size() - 1);
    }

    private String subject() {
        return name(server());
    }

    private String issuer() {
        return Authorities.name(server().getIssuerX500Principal());
    }

    private static String name(X509Certificate certificate) {
        return Authorities.name(certificate.getSubjectX500Principal());
    }

    /** The first ten names and addresses it is for (RFC 5280 section 4.2.1.6: kinds 2 and 7). */
    private String names() {
        try {
            Collection<List<?>> all = Optional.ofNullable(server().getSubjectAlternativeNames()).orElse(List.of());
            return all.stream().filter(one -> one.get(0).equals(2) || one.get(0).equals(7)).limit(10).map(one -> one.get(1).toString())
                    .filter(name -> name.length() <= 253)                    .collect(Collectors.joining(", "));
        } catch (CertificateParsingException unreadable) {
            return "";
        }
    }
}

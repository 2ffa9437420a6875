package gatehouse.egress;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.TBSCertificate;
import org.bouncycastle.asn1.x509.Time;
import org.bouncycastle.asn1.x509.V3TBSCertificateGenerator;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** A server's certificate from an authority of its own: the server's side, the trust of somebody who was told of the authority, and both as PEM. */
public record Certificates(SSLContext server, SSLContext trust, String authority, String leaf) {

    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final X500Name AUTHORITY = new X500Name("CN=authority");
    private static final X500Name SERVER = new X500Name("CN=server");
    private static final Duration DAY = Duration.ofDays(1);

    /** Valid for the day before {@code end}. */
    public static Certificates of(GeneralName name, Instant end) throws GeneralSecurityException, IOException {
        return of(name, end.minus(DAY), end);
    }

    /** For this machine, from yesterday until in 100 days. */
    public static Certificates good() throws GeneralSecurityException, IOException {
        return of(new GeneralName(GeneralName.iPAddress, "127.0.0.1"), Instant.now().minus(DAY), Instant.now().plus(DAY.multipliedBy(100)));
    }

    static Certificates of(GeneralName name, Instant start, Instant end) throws GeneralSecurityException, IOException {
        KeyPair authority = keys();
        KeyPair server = keys();
        Extension self = new Extension(Extension.basicConstraints, true, new BasicConstraints(true).getEncoded("DER"));
        Instant tonight = Instant.now().plus(Duration.ofHours(6));
        X509Certificate root = certificate(body(AUTHORITY, AUTHORITY, authority, tonight.minus(DAY), tonight, self), authority);
        return of(server, certificate(body(AUTHORITY, SERVER, server, start, end, named(name)), authority), root);
    }

    /** One that only the server itself signed, and that says nothing of being an authority. */
    static Certificates itself(GeneralName name, Instant start, Instant end) throws GeneralSecurityException, IOException {
        KeyPair server = keys();
        X509Certificate certificate = certificate(body(SERVER, SERVER, server, start, end, named(name)), server);
        return of(server, certificate, certificate);
    }

    /** Of an authority whose own time is over. */
    public static String expiredAuthority() throws GeneralSecurityException, IOException {
        KeyPair keys = keys();
        Extension self = new Extension(Extension.basicConstraints, true, new BasicConstraints(true).getEncoded("DER"));
        return pem(certificate(body(AUTHORITY, AUTHORITY, keys, Instant.parse("2019-01-01T00:00:00Z"), Instant.parse("2020-01-01T00:00:00Z"), self), keys));
    }

    private static Extension named(GeneralName name) throws IOException {
        return new Extension(Extension.subjectAlternativeName, false, new GeneralNames(name).getEncoded("DER"));
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
    }

    private static Certificates of(KeyPair keys, X509Certificate certificate, X509Certificate root) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Certificate[] chain = certificate.equals(root) ? new Certificate[] {certificate} : new Certificate[] {certificate, root};
        store.setKeyEntry("server", keys.getPrivate(), new char[0], chain);
        KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(store, new char[0]);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(identity.getKeyManagers(), null, null);
        return new Certificates(server, trusting(root), pem(root), pem(certificate));
    }

    private static SSLContext trusting(Certificate root) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("authority", root);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(store);
        SSLContext trust = SSLContext.getInstance("TLS");
        trust.init(null, trusted.getTrustManagers(), null);
        return trust;
    }

    private static KeyPair keys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(TBSCertificate body, KeyPair authority) throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(authority.getPrivate());
        signature.update(body.getEncoded("DER"));
        DERSequence whole = new DERSequence(new ASN1Encodable[] {body, ECDSA, new DERBitString(signature.sign())});
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole.getEncoded("DER")));
    }

    private static TBSCertificate body(X500Name issuer, X500Name subject, KeyPair keys, Instant start, Instant end, Extension extension) {
        V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(BigInteger.ONE));
        body.setSignature(ECDSA);
        body.setIssuer(issuer);
        body.setSubject(subject);
        body.setStartDate(new Time(Date.from(start)));
        body.setEndDate(new Time(Date.from(end)));
        body.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        body.setExtensions(new Extensions(extension));
        return body.generateTBSCertificate();
    }
}

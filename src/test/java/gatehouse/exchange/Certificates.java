package gatehouse.exchange;

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
import java.time.Duration;
import java.time.Instant;
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

/** A server's certificate from an authority of its own: the server's side, and the trust of somebody who was told of the authority. */
record Certificates(SSLContext server, SSLContext trust) {

    private static final AlgorithmIdentifier ECDSA = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    private static final X500Name AUTHORITY = new X500Name("CN=authority");

    /** Valid for the day before {@code end}. */
    static Certificates of(GeneralName name, Instant end) throws GeneralSecurityException, IOException {
        KeyPair authority = keys();
        KeyPair server = keys();
        Extension self = new Extension(Extension.basicConstraints, true, new BasicConstraints(true).getEncoded("DER"));
        Certificate root = certificate(body(AUTHORITY, authority, Instant.now().plus(Duration.ofHours(6)), self), authority);
        Extension named = new Extension(Extension.subjectAlternativeName, false, new GeneralNames(name).getEncoded("DER"));
        return of(server, certificate(body(new X500Name("CN=server"), server, end, named), authority), root);
    }

    private static Certificates of(KeyPair keys, Certificate certificate, Certificate root) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", keys.getPrivate(), new char[0], new Certificate[] {certificate, root});
        KeyManagerFactory identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        identity.init(store, new char[0]);
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(identity.getKeyManagers(), null, null);
        return new Certificates(server, trusting(root));
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

    private static Certificate certificate(TBSCertificate body, KeyPair authority) throws GeneralSecurityException, IOException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(authority.getPrivate());
        signature.update(body.getEncoded("DER"));
        DERSequence whole = new DERSequence(new ASN1Encodable[] {body, ECDSA, new DERBitString(signature.sign())});
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole.getEncoded("DER")));
    }

    private static TBSCertificate body(X500Name subject, KeyPair keys, Instant end, Extension extension) {
        V3TBSCertificateGenerator body = new V3TBSCertificateGenerator();
        body.setSerialNumber(new ASN1Integer(BigInteger.ONE));
        body.setSignature(ECDSA);
        body.setIssuer(AUTHORITY);
        body.setSubject(subject);
        body.setStartDate(new Time(Date.from(end.minus(Duration.ofDays(1)))));
        body.setEndDate(new Time(Date.from(end)));
        body.setSubjectPublicKeyInfo(SubjectPublicKeyInfo.getInstance(keys.getPublic().getEncoded()));
        body.setExtensions(new Extensions(extension));
        return body.generateTBSCertificate();
    }
}

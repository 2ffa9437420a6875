package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.KeyPair;
import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.RSAKey;
import gatehouse.SelfSigned;
import gatehouse.connection.Connection;
import gatehouse.connection.Origin;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Casdoor's way: its certificate is kept with the provider, and vouches for its tokens. */
class PinnedTest {

    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    private String certificate(Signer signer) throws Exception {
        KeyPair keys = signer.key() instanceof RSAKey rsa ? rsa.toKeyPair() : signer.key().toECKey().toKeyPair();
        return SelfSigned.certificate(keys, lab.clock.instant().plus(Duration.ofDays(1)));
    }

    private static Connection pinned(Connection c, String certificate, String organization) {
        return new Connection(c.provider(), c.slug(), c.protocol(), c.issuer(), c.endpoints(), c.clientId(), c.clientSecret(), c.authentication(), c.scope(), c.pkce(),
                c.dialect(), c.deadline(), new Origin("casdoor", organization, "gate", certificate, null), c.route());
    }

    private String signedIn(Connection connection) {
        return lab.exchange.arrive(connection, Lab.DEPARTURE, Lab.CALLBACK).profile().path("sub").textValue();
    }

    private String refused(Connection connection) {
        int before = lab.provider.seen("/userinfo").size();
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, () -> signedIn(connection));
        assertEquals(before, lab.provider.seen("/userinfo").size(), "user info must not be asked");
        return failed.reason() + " " + failed.detail();
    }

    @Test
    @DisplayName("A10 I-02 a kept certificate alone vouches for an id_token: its signature is good, and the published keys are not asked for")
    void the_certificate_vouches_alone() throws Exception {
        Connection connection = pinned(lab.connection, certificate(Signer.OTHER), "");
        lab.idToken.set(Signer.OTHER.sign(lab.claims()));
        assertEquals("person-1", signedIn(connection));
        assertEquals(0, lab.provider.seen("/jwks").size());
        lab.token(lab.claims());
        assertEquals("ID_TOKEN certificate", refused(connection), "a published key signed it");
        lab.idToken.set(Signer.EC.sign(lab.claims()));
        assertEquals("person-1", signedIn(pinned(lab.connection, certificate(Signer.EC), "")));
        assertEquals("ID_TOKEN certificate", refused(connection), "a key of another kind");
    }

    @Test
    @DisplayName("A10 I-01 I-03 the certificate does not widen the allowed algorithms, nor is it a secret for HS256")
    void algorithms_stay_as_they_are() throws Exception {
        String pem = certificate(Signer.OTHER);
        Connection connection = pinned(lab.connection, pem, "");
        for (byte[] secret : List.of(pem.strip().getBytes(), pem.getBytes(), Signer.OTHER.key().toRSAKey().toRSAPublicKey().getEncoded())) {
            JWSObject token = new JWSObject(new JWSHeader(JWSAlgorithm.HS256), new Payload(lab.claims().toString()));
            token.sign(new MACSigner(secret));
            lab.idToken.set(token.serialize());
            assertEquals("ID_TOKEN alg", refused(connection));
        }
        lab.idToken.set(Signer.OTHER.with(JWSAlgorithm.RS512).sign(lab.claims()));
        assertEquals("ID_TOKEN alg", refused(connection));
    }

    @Test
    @DisplayName("A10 a certificate that has expired still vouches; its provider's page warns of it")
    void an_expired_certificate_still_vouches() throws Exception {
        Connection connection = pinned(lab.connection, certificate(Signer.OTHER), "");
        lab.clock.pass(Duration.ofDays(30));
        lab.idToken.set(Signer.OTHER.sign(lab.claims()));
        assertEquals("person-1", signedIn(connection));
    }

    @Test
    @DisplayName("A10 the owner in the token must be the organization, where one is kept: missing, malformed, wrong")
    void another_organization_is_refused() {
        Connection connection = pinned(lab.connection, "", "acme");
        lab.token(lab.claims().with("owner", "acme"));
        assertEquals("person-1", signedIn(connection));
        lab.token(lab.claims());
        assertEquals("ID_TOKEN owner", refused(connection));
        for (Object owner : List.of("ACME", "built-in", "", 7, List.of("acme"))) {
            lab.token(lab.claims().with("owner", owner));
            assertEquals("ID_TOKEN owner", refused(connection));
        }
    }

    private Connection plain(String certificate, String organization) {
        return pinned(Connections.plain(lab.provider.url("/authorize"), lab.provider.url("/token"), lab.provider.url("/userinfo")), certificate, organization);
    }

    private void accessToken(String token) {
        lab.provider.on("/token", "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}");
    }

    @Test
    @DisplayName("A10 plain OAuth 2.0: the access token is verified by the certificate, and user info must be of the same person")
    void a_plain_access_token_is_verified() throws Exception {
        Connection connection = plain(certificate(Signer.OTHER), "acme");
        accessToken(Signer.OTHER.sign(lab.claims().with("owner", "acme")));
        assertEquals("person-1", signedIn(connection));
        accessToken(Signer.OTHER.sign(lab.claims().with("owner", "acme").with("sub", "person-2")));
        ExchangeFailed other = assertThrows(ExchangeFailed.class, () -> signedIn(connection));
        assertEquals("USER_INFO sub", other.reason() + " " + other.detail());
    }

    @Test
    @DisplayName("A10 I-02 I-07 I-09 plain OAuth 2.0: no token, an opaque one, one of another key, audience, time or organization is refused")
    void another_access_token_is_refused() throws Exception {
        Connection connection = plain(certificate(Signer.OTHER), "acme");
        accessToken("opaque");
        assertEquals("ID_TOKEN format", refused(connection));
        accessToken("a.b.c");
        assertEquals("ID_TOKEN header", refused(connection));
        accessToken(Signer.RSA.sign(lab.claims().with("owner", "acme")));
        assertEquals("ID_TOKEN certificate", refused(connection));
        accessToken(Signer.OTHER.sign(lab.claims().with("owner", "acme").with("aud", "another-client")));
        assertEquals("ID_TOKEN aud", refused(connection));
        accessToken(Signer.OTHER.sign(lab.claims().with("owner", "acme").with("azp", "another-client")));
        assertEquals("ID_TOKEN azp", refused(connection));
        accessToken(Signer.OTHER.sign(lab.claims().with("owner", "acme").with("exp", 1)));
        assertEquals("ID_TOKEN exp", refused(connection));
        accessToken(Signer.OTHER.sign(lab.claims().with("owner", "other")));
        assertEquals("ID_TOKEN owner", refused(connection));
    }

    @Test
    @DisplayName("A10 plain OAuth 2.0 without a certificate: the owner in user info must be the organization")
    void without_a_certificate_user_info_tells_the_organization() {
        Connection connection = plain("", "acme");
        accessToken("opaque");
        for (String answer : List.of("{\"sub\":\"person-1\"}", "{\"sub\":\"person-1\",\"owner\":\"other\"}", "{\"sub\":\"person-1\",\"owner\":[\"acme\"]}")) {
            lab.provider.on("/userinfo", answer);
            ExchangeFailed failed = assertThrows(ExchangeFailed.class, () -> signedIn(connection));
            assertEquals("USER_INFO owner", failed.reason() + " " + failed.detail());
        }
        lab.provider.on("/userinfo", "{\"sub\":\"person-1\",\"owner\":\"acme\"}");
        assertEquals("person-1", signedIn(connection));
    }
}

package gatehouse.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each token arrives by a whole trip, so that what the token call lets through is seen as well. */
class IdTokensTest {

    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    @Test
    void a_good_token_is_believed() {
        assertEquals("person-1", accepted(Signer.RSA.sign(lab.claims())));
        assertEquals("person-1", accepted(Signer.RSA.with(JWSAlgorithm.PS256).sign(lab.claims())));
        assertEquals("person-1", accepted(Signer.RSA.sign(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), lab.claims().toString())));
        lab.clock.forward(Duration.ofMinutes(6));
        lab.keys(new JWKSet(List.of(Signer.RSA.key().toPublicJWK(), Signer.EC.key().toPublicJWK())));
        assertEquals("person-1", accepted(Signer.EC.sign(lab.claims())));
    }

    @ParameterizedTest
    @DisplayName("I-01 alg none is refused, however it is written")
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", "", "rs256", "RS256 "})
    void alg_none_is_refused(String algorithm) {
        String token = base64("{\"alg\":\"" + algorithm + "\"}") + "." + base64(lab.claims().toString()) + ".";
        assertRefused("alg", token);
        assertRefused("alg", token + base64("x"));
        assertRefused("alg", base64("{\"alg\":null}") + "." + base64(lab.claims().toString()) + ".");
    }

    @Test
    @DisplayName("I-02 a signature with one flipped bit, an empty one, and one over other claims are refused")
    void a_broken_signature_is_refused() {
        String[] parts = Signer.RSA.sign(lab.claims()).split("\\.");
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[17] ^= 1;
        assertRefused("signature", parts[0] + "." + parts[1] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        assertRefused("format", parts[0] + "." + parts[1] + ".");
        assertRefused("signature", parts[0] + "." + base64(lab.claims().with("sub", "admin").toString()) + "." + parts[2]);
    }

    @Test
    @DisplayName("I-03 HS256 signed with the public key's bytes is refused, though the provider lists HS256")
    void hs256_with_the_public_key_is_refused() throws Exception {
        byte[] der = Signer.RSA.key().toRSAKey().toRSAPublicKey().getEncoded();
        String pem = "-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END PUBLIC KEY-----\n";
        byte[] modulus = Signer.RSA.key().toRSAKey().getModulus().decode();
        for (byte[] secret : List.of(der, pem.getBytes(StandardCharsets.US_ASCII), modulus)) {
            JWSObject token = new JWSObject(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa-1").build(), new Payload(lab.claims().toString()));
            token.sign(new MACSigner(secret));
            assertRefused("alg", token.serialize());
        }
    }

    @Test
    @DisplayName("I-04 a key in the token, or an address of one, is never used nor asked")
    void keys_inside_the_token_are_not_looked_at() throws Exception {
        try (FakeProvider attacker = new FakeProvider().on("/jwks", Signer.OTHER.publicKeys().toString(true))) {
            URI there = URI.create(attacker.url("/jwks"));
            JWSHeader.Builder plain = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1");
            for (JWSHeader header : List.of(new JWSHeader.Builder(plain.build()).jwk(Signer.OTHER.key().toPublicJWK()).build(),
                    new JWSHeader.Builder(plain.build()).jwkURL(there).build(), new JWSHeader.Builder(plain.build()).x509CertURL(there).build())) {
                assertRefused("signature", Signer.OTHER.sign(header, lab.claims().toString()));
            }
            for (String id : List.of("../../dev/null", "' or '1'='1", "")) {
                assertRefused("kid", Signer.OTHER.sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), lab.claims().toString()));
            }
            assertEquals(0, attacker.seen().size());
        }
    }

    @Test
    @DisplayName("I-05 crit and b64 are refused")
    void critical_extensions_are_refused() {
        JWSHeader unknown = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").criticalParams(Set.of("exp")).customParam("exp", 1).build();
        assertRefused("crit", Signer.RSA.sign(unknown, lab.claims().toString()));
        String b64 = "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"b64\":false}";
        assertRefused("crit", base64(b64) + "." + base64(lab.claims().toString()) + "." + base64("x"));
    }

    @Test
    @DisplayName("I-06 another issuer, a trailing slash, another case or none is refused")
    void the_issuer_is_compared_exactly() {
        String issuer = lab.connection.issuer();
        assertRefused("iss", lab.claims().without("iss"));
        for (Object other : List.of("https://other.example", issuer + "/", issuer.toUpperCase(), List.of(issuer), "")) {
            assertRefused("iss", lab.claims().with("iss", other));
        }
    }

    @Test
    @DisplayName("I-07 no audience, another, an empty list or a number is refused; several need azp")
    void the_audience_is_us() {
        assertRefused("aud", lab.claims().without("aud"));
        for (Object other : List.of("other", List.of(), 5, List.of(5, "client"), "client ", List.of(List.of("client")), "")) {
            assertRefused("aud", lab.claims().with("aud", other));
        }
        assertRefused("azp", lab.claims().with("aud", List.of("client", "other")));
        assertRefused("azp", lab.claims().with("azp", "other"));
        assertRefused("azp", lab.claims().with("aud", List.of("client", "other")).with("azp", "other"));
        assertEquals("person-1", accepted(lab.claims().with("aud", List.of("client", "other")).with("azp", "client")));
        assertEquals("person-1", accepted(lab.claims().with("aud", List.of("client"))));
    }

    @Test
    @DisplayName("I-09 times are checked with 60 seconds of grace")
    void times_are_checked() {
        long now = lab.clock.instant().getEpochSecond();
        assertRefused("exp", lab.claims().without("exp"));
        assertRefused("exp", lab.claims().with("exp", now - 60));
        assertRefused("exp", lab.claims().with("exp", String.valueOf(now + 300)));
        assertRefused("iat", lab.claims().without("iat"));
        assertRefused("iat", lab.claims().with("iat", now + 61));
        assertRefused("iat", lab.claims().with("iat", "now"));
        assertRefused("nbf", lab.claims().with("nbf", now + 61));
        assertRefused("nbf", lab.claims().with("nbf", "later"));
        assertEquals("person-1", accepted(lab.claims().with("exp", now - 59).with("iat", now + 59).with("nbf", now + 59)));
        assertEquals("person-1", accepted(lab.claims().with("exp", now + 0.5)));
    }

    @Test
    @DisplayName("I-10 no nonce, another or an empty one is refused before the access token is used")
    void the_nonce_is_this_trips() {
        assertRefused("nonce", lab.claims().without("nonce"));
        for (Object other : List.of("another", "", "the-nonce ", "THE-NONCE", List.of("the-nonce"), 5)) {
            assertRefused("nonce", lab.claims().with("nonce", other));
        }
    }

    @Test
    @DisplayName("I-11 a subject is a text of 1 to 255 characters without control characters")
    void the_subject_is_a_text() {
        assertRefused("sub", lab.claims().without("sub"));
        for (Object other : List.of("", 5, List.of("a"), true, "x".repeat(256), "a\nb", "a\u0085b")) {
            assertRefused("sub", lab.claims().with("sub", other));
        }
        assertRefused("sub", lab.claims().with("sub", null));
        lab.provider.on("/userinfo", "{\"sub\":\"" + "x".repeat(255) + "\"}");
        assertEquals("x".repeat(255), accepted(lab.claims().with("sub", "x".repeat(255))));
    }

    @Test
    @DisplayName("I-13 without a key id every usable key is tried, not the first only")
    void a_token_without_a_key_id_is_tried_with_each_key() {
        JWSHeader nameless = new JWSHeader.Builder(JWSAlgorithm.RS256).build();
        lab.keys(new JWKSet(List.of(Signer.EC.nameless(), Signer.OTHER.nameless(), Signer.RSA.nameless())));
        assertEquals("person-1", accepted(Signer.RSA.sign(nameless, lab.claims().toString())));
        lab.keys(new JWKSet(List.of(Signer.EC.nameless(), Signer.OTHER.nameless())));
        lab.clock.forward(Duration.ofMinutes(6));
        assertRefused("signature", Signer.RSA.sign(nameless, lab.claims().toString()));
    }

    @Test
    @DisplayName("I-14 keys rotated just before signing are fetched once more, and at most once in 30 seconds")
    void rotated_keys_are_fetched_again() {
        accepted(lab.claims());
        lab.keys(Signer.OTHER.publicKeys());
        assertEquals("person-1", accepted(Signer.OTHER.sign(lab.claims())));
        assertEquals(2, lab.provider.seen("/jwks").size());
        assertRefused("kid", Signer.EC.sign(lab.claims()));
        assertRefused("kid", Signer.RSA.sign(lab.claims()));
        assertEquals(2, lab.provider.seen("/jwks").size());
        lab.clock.forward(Duration.ofSeconds(31));
        assertRefused("kid", Signer.EC.sign(lab.claims()));
        assertEquals(3, lab.provider.seen("/jwks").size());
    }

    @Test
    @DisplayName("I-16 while the keys' address is down, known keys go on for four hours and unknown ones fail")
    void known_keys_outlive_an_outage() {
        accepted(lab.claims());
        lab.provider.on("/jwks", 500, "text/html", "down");
        lab.clock.forward(Duration.ofMinutes(30));
        assertEquals("person-1", accepted(lab.claims()));
        assertRefused("kid", Signer.OTHER.sign(lab.claims()));
        lab.clock.forward(Duration.ofMinutes(211));
        lab.token(lab.claims());
        lab.refused(ExchangeFailed.Reason.PROTOCOL, "keys: status");
    }

    @Test
    @DisplayName("I-17 an at_hash of another access token is refused")
    void at_hash_is_checked() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Lab.ACCESS_TOKEN.getBytes(StandardCharsets.US_ASCII));
        String half = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
        assertEquals("person-1", accepted(lab.claims().with("at_hash", half)));
        assertRefused("at_hash", lab.claims().with("at_hash", half.substring(1) + "A"));
        assertRefused("at_hash", lab.claims().with("at_hash", ""));
        assertRefused("at_hash", lab.claims().with("at_hash", 5));
    }

    @Test
    @DisplayName("I-18 encrypted, packed, deep and overlong tokens are refused")
    void bombs_are_refused() {
        String claims = base64(lab.claims().toString());
        assertRefused("format", base64("{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":1000000000}") + ".x.x." + claims + ".x");
        assertRefused("format", base64("{\"alg\":\"RS256\"}") + "." + claims);
        assertRefused("crit", base64("{\"alg\":\"RS256\",\"zip\":\"DEF\"}") + "." + claims + ".x");
        assertRefused("claims", Signer.RSA.sign(Signer.RSA.header().build(), "{\"a\":".repeat(400) + "1" + "}".repeat(400)));
        assertRefused("header", base64("{\"a\":".repeat(1000) + "1" + "}".repeat(1000)) + "." + claims + ".x");
        assertRefused("claims", Signer.RSA.sign(Signer.RSA.header().build(), "{\"sub\":\"person-1\",\"sub\":\"admin\"}"));
        lab.idToken.set("x".repeat(16_385));
        lab.refused(ExchangeFailed.Reason.PROTOCOL, "json");
        lab.idToken.set("x".repeat(1_000_000));
        lab.refused(ExchangeFailed.Reason.PROTOCOL, "size");
    }

    @Test
    @DisplayName("I-19 a logout token or an access token of the same issuer is no id_token")
    void other_tokens_of_the_issuer_are_refused() {
        for (String type : List.of("at+jwt", "logout+jwt", "application/at+jwt", "JOSE")) {
            JWSHeader header = Signer.RSA.header().type(new JOSEObjectType(type)).build();
            assertRefused("typ", Signer.RSA.sign(header, lab.claims().toString()));
        }
        assertRefused("events", lab.claims().with("events", List.of()));
    }

    @Test
    @DisplayName("I-24 an RSA key of 1,024 bits and an algorithm the provider does not list are refused")
    void weak_keys_and_unlisted_algorithms_are_refused() {
        Signer weak = Signer.rsa("weak", 1024);
        lab.keys(weak.publicKeys());
        assertRefused("kid", weak.sign(lab.claims()));
        lab.keys(Signer.EC.publicKeys());
        lab.publish(lab.metadata("").replace("\"ES256\",", ""));
        lab.clock.forward(Duration.ofMinutes(11));
        assertRefused("alg", Signer.EC.sign(lab.claims()));
    }

    @Test
    void keys_for_encryption_or_another_algorithm_are_passed_over() {
        lab.provider.on("/jwks", Signer.RSA.publicKeys().toString(true).replace("\"kid\"", "\"use\":\"enc\",\"kid\""));
        assertRefused("kid", lab.claims());
        lab.clock.forward(Duration.ofMinutes(6));
        lab.provider.on("/jwks", Signer.RSA.publicKeys().toString(true).replace("\"kid\"", "\"alg\":\"PS256\",\"kid\""));
        assertRefused("kid", lab.claims());
        lab.clock.forward(Duration.ofMinutes(6));
        lab.provider.on("/jwks", Signer.RSA.publicKeys().toString(true).replace("[{", "[{\"kty\":\"NEW\"},7,{"));
        assertEquals("person-1", accepted(lab.claims()));
    }

    private String accepted(Claims claims) {
        return accepted(Signer.RSA.sign(claims));
    }

    private String accepted(String token) {
        lab.idToken.set(token);
        return lab.arrive().profile().path("sub").textValue();
    }

    private void assertRefused(String check, Claims claims) {
        assertRefused(check, Signer.RSA.sign(claims));
    }

    private void assertRefused(String check, String token) {
        lab.idToken.set(token);
        lab.idTokenRefused(check);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package gatehouse.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import gatehouse.egress.FakeProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each token arrives by a whole trip, so that what the token call lets through is seen as well. */
class IdTokenSignatureTest {

    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    @Test
    void a_good_token_is_believed() {
        assertEquals("person-1", lab.accepted(Signer.RSA.sign(lab.claims())));
        assertEquals("person-1", lab.accepted(Signer.RSA.with(JWSAlgorithm.PS256).sign(lab.claims())));
        assertEquals("person-1", lab.accepted(Signer.RSA.sign(new JWSHeader.Builder(JWSAlgorithm.RS256).build(), lab.claims().toString())));
        lab.clock.pass(Duration.ofMinutes(6));
        lab.keys(new JWKSet(List.of(Signer.RSA.key().toPublicJWK(), Signer.EC.key().toPublicJWK())));
        assertEquals("person-1", lab.accepted(Signer.EC.sign(lab.claims())));
    }

    @ParameterizedTest
    @DisplayName("I-01 alg none is refused, however it is written")
    @ValueSource(strings = {"none", "None", "nOnE", "NONE", "", "rs256", "RS256 "})
    void alg_none_is_refused(String algorithm) {
        String token = base64("{\"alg\":\"" + algorithm + "\"}") + "." + base64(lab.claims().toString()) + ".";
        lab.refused("alg", token);
        lab.refused("alg", token + base64("x"));
        lab.refused("alg", base64("{\"alg\":null}") + "." + base64(lab.claims().toString()) + ".");
    }

    @Test
    @DisplayName("I-02 a signature with one flipped bit, an empty one, and one over other claims are refused")
    void a_broken_signature_is_refused() {
        String[] parts = Signer.RSA.sign(lab.claims()).split("\\.");
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        signature[17] ^= 1;
        lab.refused("signature", parts[0] + "." + parts[1] + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
        lab.refused("format", parts[0] + "." + parts[1] + ".");
        lab.refused("signature", parts[0] + "." + base64(lab.claims().with("sub", "admin").toString()) + "." + parts[2]);
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
            lab.refused("alg", token.serialize());
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
                lab.refused("signature", Signer.OTHER.sign(header, lab.claims().toString()));
            }
            for (String id : List.of("../../dev/null", "' or '1'='1", "")) {
                lab.refused("kid", Signer.OTHER.sign(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(id).build(), lab.claims().toString()));
            }
            assertEquals(0, attacker.seen().size());
        }
    }

    @Test
    @DisplayName("I-05 crit and b64 are refused")
    void critical_extensions_are_refused() {
        JWSHeader unknown = new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("rsa-1").criticalParams(Set.of("exp")).customParam("exp", 1).build();
        lab.refused("crit", Signer.RSA.sign(unknown, lab.claims().toString()));
        String b64 = "{\"alg\":\"RS256\",\"kid\":\"rsa-1\",\"b64\":false}";
        lab.refused("crit", base64(b64) + "." + base64(lab.claims().toString()) + "." + base64("x"));
    }

    @Test
    @DisplayName("I-18 encrypted, packed, deep and overlong tokens are refused")
    void bombs_are_refused() {
        String claims = base64(lab.claims().toString());
        lab.refused("format", base64("{\"alg\":\"PBES2-HS256+A128KW\",\"enc\":\"A128GCM\",\"p2c\":1000000000}") + ".x.x." + claims + ".x");
        lab.refused("format", base64("{\"alg\":\"RS256\"}") + "." + claims);
        lab.refused("crit", base64("{\"alg\":\"RS256\",\"zip\":\"DEF\"}") + "." + claims + ".x");
        lab.refused("claims", Signer.RSA.sign(Signer.RSA.header().build(), "{\"a\":".repeat(400) + "1" + "}".repeat(400)));
        lab.refused("header", base64("{\"a\":".repeat(1000) + "1" + "}".repeat(1000)) + "." + claims + ".x");
        lab.refused("claims", Signer.RSA.sign(Signer.RSA.header().build(), "{\"sub\":\"person-1\",\"sub\":\"admin\"}"));
        lab.idToken.set("x".repeat(16_385));
        lab.refused(ExchangeFailed.Reason.PROTOCOL, "json");
        lab.idToken.set("x".repeat(1_000_000));
        lab.refused(ExchangeFailed.Reason.PROTOCOL, "size");
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}

package gatehouse.exchange;

import java.time.Duration;
import java.util.List;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWKSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each token arrives by a whole trip, so that what the token call lets through is seen as well. */
class IdTokenKeysTest {

    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    @Test
    @DisplayName("I-13 without a key id every usable key is tried, not the first only")
    void a_token_without_a_key_id_is_tried_with_each_key() {
        JWSHeader nameless = new JWSHeader.Builder(JWSAlgorithm.RS256).build();
        lab.keys(new JWKSet(List.of(Signer.EC.nameless(), Signer.OTHER.nameless(), Signer.RSA.nameless())));
        assertEquals("person-1", lab.accepted(Signer.RSA.sign(nameless, lab.claims().toString())));
        lab.keys(new JWKSet(List.of(Signer.EC.nameless(), Signer.OTHER.nameless())));
        lab.clock.pass(Duration.ofMinutes(6));
        lab.refused("signature", Signer.RSA.sign(nameless, lab.claims().toString()));
    }

    @Test
    @DisplayName("I-14 keys rotated just before signing are fetched once more, and at most once in 30 seconds")
    void rotated_keys_are_fetched_again() {
        lab.accepted(lab.claims());
        lab.keys(Signer.OTHER.publicKeys());
        assertEquals("person-1", lab.accepted(Signer.OTHER.sign(lab.claims())));
        assertEquals(2, lab.provider.seen("/jwks").size());
        lab.refused("kid", Signer.EC.sign(lab.claims()));
        lab.refused("kid", Signer.RSA.sign(lab.claims()));
        assertEquals(2, lab.provider.seen("/jwks").size());
        lab.clock.pass(Duration.ofSeconds(31));
        lab.refused("kid", Signer.EC.sign(lab.claims()));
        assertEquals(3, lab.provider.seen("/jwks").size());
    }

    @Test
    @DisplayName("I-16 while the keys' address is down, known keys go on for four hours and unknown ones fail")
    void known_keys_outlive_an_outage() {
        lab.accepted(lab.claims());
        lab.provider.on("/jwks", 500, "text/html", "down");
        lab.clock.pass(Duration.ofMinutes(30));
        assertEquals("person-1", lab.accepted(lab.claims()));
        lab.refused("kid", Signer.OTHER.sign(lab.claims()));
        lab.clock.pass(Duration.ofMinutes(211));
        lab.token(lab.claims());
        lab.refused(ExchangeFailed.Reason.PROTOCOL, "keys: status");
    }

    @Test
    @DisplayName("I-24 an RSA key of 1,024 bits and an algorithm the provider does not list are refused")
    void weak_keys_and_unlisted_algorithms_are_refused() {
        Signer weak = Signer.rsa("weak", 1024);
        lab.keys(weak.publicKeys());
        lab.refused("kid", weak.sign(lab.claims()));
        lab.keys(Signer.EC.publicKeys());
        lab.publish(lab.metadata("").replace("\"ES256\",", ""));
        lab.clock.pass(Duration.ofMinutes(11));
        lab.refused("alg", Signer.EC.sign(lab.claims()));
    }

    @Test
    void keys_for_encryption_or_another_algorithm_are_passed_over() {
        lab.provider.on("/jwks", Signer.RSA.publicKeys().toString(true).replace("\"kid\"", "\"use\":\"enc\",\"kid\""));
        lab.refused("kid", lab.claims());
        lab.clock.pass(Duration.ofMinutes(6));
        lab.provider.on("/jwks", Signer.RSA.publicKeys().toString(true).replace("\"kid\"", "\"alg\":\"PS256\",\"kid\""));
        lab.refused("kid", lab.claims());
        lab.clock.pass(Duration.ofMinutes(6));
        lab.provider.on("/jwks", Signer.RSA.publicKeys().toString(true).replace("[{", "[{\"kty\":\"NEW\"},7,{"));
        assertEquals("person-1", lab.accepted(lab.claims()));
    }
}

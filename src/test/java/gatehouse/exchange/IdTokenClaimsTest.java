package gatehouse.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Each token arrives by a whole trip, so that what the token call lets through is seen as well. */
class IdTokenClaimsTest {

    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    @Test
    @DisplayName("I-06 another issuer, a trailing slash, another case or none is refused")
    void the_issuer_is_compared_exactly() {
        String issuer = lab.connection.issuer();
        lab.refused("iss", lab.claims().without("iss"));
        for (Object other : List.of("https://other.example", issuer + "/", issuer.toUpperCase(), List.of(issuer), "")) {
            lab.refused("iss", lab.claims().with("iss", other));
        }
    }

    @Test
    @DisplayName("I-07 no audience, another, an empty list or a number is refused; several need azp")
    void the_audience_is_us() {
        lab.refused("aud", lab.claims().without("aud"));
        for (Object other : List.of("other", List.of(), 5, List.of(5, "client"), "client ", List.of(List.of("client")), "")) {
            lab.refused("aud", lab.claims().with("aud", other));
        }
        lab.refused("azp", lab.claims().with("aud", List.of("client", "other")));
        lab.refused("azp", lab.claims().with("azp", "other"));
        lab.refused("azp", lab.claims().with("aud", List.of("client", "other")).with("azp", "other"));
        assertEquals("person-1", lab.accepted(lab.claims().with("aud", List.of("client", "other")).with("azp", "client")));
        assertEquals("person-1", lab.accepted(lab.claims().with("aud", List.of("client"))));
    }

    @Test
    @DisplayName("I-25 whoever proves themselves anew did so just now, and the token says when")
    void a_proof_is_fresh() {
        lab.anew();
        long now = lab.clock.instant().getEpochSecond();
        lab.refused("auth_time", lab.claims());
        lab.refused("auth_time", lab.claims().with("auth_time", now - 300));
        lab.refused("auth_time", lab.claims().with("auth_time", String.valueOf(now)));
        assertEquals("person-1", lab.accepted(lab.claims().with("auth_time", now - 299)));
    }

    @Test
    @DisplayName("I-09 times are checked with 60 seconds of grace")
    void times_are_checked() {
        long now = lab.clock.instant().getEpochSecond();
        lab.refused("exp", lab.claims().without("exp"));
        lab.refused("exp", lab.claims().with("exp", now - 60));
        lab.refused("exp", lab.claims().with("exp", String.valueOf(now + 300)));
        lab.refused("iat", lab.claims().without("iat"));
        lab.refused("iat", lab.claims().with("iat", now + 61));
        lab.refused("iat", lab.claims().with("iat", "now"));
        lab.refused("nbf", lab.claims().with("nbf", now + 61));
        lab.refused("nbf", lab.claims().with("nbf", "later"));
        assertEquals("person-1", lab.accepted(lab.claims().with("exp", now - 59).with("iat", now + 59).with("nbf", now + 59)));
        assertEquals("person-1", lab.accepted(lab.claims().with("exp", now + 0.5)));
    }

    @Test
    @DisplayName("I-10 no nonce, another or an empty one is refused before the access token is used")
    void the_nonce_is_this_trips() {
        lab.refused("nonce", lab.claims().without("nonce"));
        for (Object other : List.of("another", "", "the-nonce ", "THE-NONCE", List.of("the-nonce"), 5)) {
            lab.refused("nonce", lab.claims().with("nonce", other));
        }
    }

    @Test
    @DisplayName("I-11 a subject is a text of 1 to 255 characters without control characters")
    void the_subject_is_a_text() {
        lab.refused("sub", lab.claims().without("sub"));
        for (Object other : List.of("", 5, List.of("a"), true, "x".repeat(256), "a\nb", "a\u0085b")) {
            lab.refused("sub", lab.claims().with("sub", other));
        }
        lab.refused("sub", lab.claims().with("sub", null));
        lab.provider.on("/userinfo", "{\"sub\":\"" + "x".repeat(255) + "\"}");
        assertEquals("x".repeat(255), lab.accepted(lab.claims().with("sub", "x".repeat(255))));
    }

    @Test
    @DisplayName("I-17 an at_hash of another access token is refused")
    void at_hash_is_checked() throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Lab.ACCESS_TOKEN.getBytes(StandardCharsets.US_ASCII));
        String half = Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16));
        assertEquals("person-1", lab.accepted(lab.claims().with("at_hash", half)));
        lab.refused("at_hash", lab.claims().with("at_hash", half.substring(1) + "A"));
        lab.refused("at_hash", lab.claims().with("at_hash", ""));
        lab.refused("at_hash", lab.claims().with("at_hash", 5));
    }

    @Test
    @DisplayName("I-21 without a user info address the id_token alone speaks, and only a verified one")
    void a_token_alone_is_verified() {
        lab.publish(lab.metadata("").replaceFirst("\"userinfo_endpoint\":\"[^\"]*\",", ""));
        assertEquals("person-1", lab.accepted(lab.claims()));
        lab.refused("signature", Signer.OTHER.sign(Signer.RSA.header().build(), lab.claims().toString()));
        String[] parts = Signer.RSA.sign(lab.claims()).split("\\.");
        lab.refused("format", parts[0] + "." + parts[1] + ".");
    }

    @Test
    @DisplayName("I-19 a logout token or an access token of the same issuer is no id_token")
    void other_tokens_of_the_issuer_are_refused() {
        for (String type : List.of("at+jwt", "logout+jwt", "application/at+jwt", "JOSE")) {
            JWSHeader header = Signer.RSA.header().type(new JOSEObjectType(type)).build();
            lab.refused("typ", Signer.RSA.sign(header, lab.claims().toString()));
        }
        lab.refused("events", lab.claims().with("events", List.of()));
    }
}

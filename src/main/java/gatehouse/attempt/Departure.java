package gatehouse.attempt;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What is remembered of a trip between leaving and coming back: three secrets of 256 bits and the redirect address, byte for byte.
 *
 * @param anew the person must prove themselves at the provider now; a session they have there is not enough (OIDC Core section 3.1.2.1)
 */
public record Departure(String state, String nonce, String verifier, String redirectUri, boolean anew) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Fresh secrets: 43 base64url characters each (RFC 6749 section 10.10, RFC 7636 section 4.1). */
    public static Departure fresh(String redirectUri, boolean anew) {
        return new Departure(secret(), secret(), secret(), redirectUri, anew);
    }

    private static String secret() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    @Override
    public String toString() {
        return "Departure[" + redirectUri + "]";
    }
}

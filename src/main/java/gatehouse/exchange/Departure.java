package gatehouse.exchange;

import java.security.SecureRandom;
import java.util.Base64;

/** What is remembered of a trip between leaving and coming back: three secrets of 256 bits and the redirect address, byte for byte. */
public record Departure(String state, String nonce, String verifier, String redirectUri) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Fresh secrets: 43 base64url characters each (RFC 6749 section 10.10, RFC 7636 section 4.1). */
    public static Departure fresh(String redirectUri) {
        return new Departure(secret(), secret(), secret(), redirectUri);
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

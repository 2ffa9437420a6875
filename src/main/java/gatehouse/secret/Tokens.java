package gatehouse.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Random texts that nobody guesses, and the hashes of them that a database may hold. */
public final class Tokens {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Tokens() {
    }

    /** 256 random bits as 43 characters of base64url. */
    public static String fresh() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return TEXT.encodeToString(bytes);
    }

    /** SHA-256 of the ASCII text as 43 characters of base64url; also the S256 challenge of a PKCE verifier (RFC 7636 section 4.2). */
    public static String hash(String token) {
        return hash(token.getBytes(US_ASCII));
    }

    /** SHA-256 of a content as 43 characters of base64url. */
    public static String hash(byte[] content) {
        try {
            return TEXT.encodeToString(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /** Compares in constant time; null never equals anything, not even null. */
    public static boolean same(String one, String other) {
        if (one == null || other == null) return false;
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }
}

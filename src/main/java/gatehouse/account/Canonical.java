package gatehouse.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The form of a username that is unique: what it looks like, or the hash of that where it is longer than a column holds. */
final class Canonical {

    private static final int LONGEST = 256;

    private Canonical() {
    }

    static String of(String shown) {
        String skeleton = Confusables.skeleton(shown);
        return skeleton.length() <= LONGEST ? skeleton : "#" + hash(skeleton);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

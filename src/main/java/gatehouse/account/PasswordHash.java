package gatehouse.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * How a password is kept: Argon2id as a PHC string, or nothing. At most as many hashes as cores run at once; when fifty more wait,
 * the next is refused (503).
 */
public record PasswordHash(String phc) {

    /** No password: nothing matches it, and finding that out takes as long as for a wrong password. Also for unknown usernames. */
    public static final PasswordHash NONE = new PasswordHash("");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final HashQueue QUEUE = new HashQueue(Runtime.getRuntime().availableProcessors());

    public static PasswordHash of(Password password) {
        return today(password.bytes());
    }

    private static PasswordHash today(byte[] password) {
        Argon2 fresh = Argon2.today(salt());
        return new PasswordHash(QUEUE.run(() -> fresh.phc(password)));
    }

    /** The hash in a database column, where null or blank means that there is none. */
    public static PasswordHash stored(String phcOrNull) {
        return phcOrNull == null || phcOrNull.isBlank() ? NONE : new PasswordHash(phcOrNull);
    }

    /** Compares in constant time; always costs one hash, and is false for no hash and for one that cannot be read. */
    public boolean matches(String typed) {
        Optional<Argon2> costs = Argon2.parse(phc);
        Argon2 used = costs.orElseGet(() -> Argon2.today(salt()));
        String computed = QUEUE.run(() -> used.phc(Password.bytes(typed)));
        return costs.isPresent() & MessageDigest.isEqual(computed.getBytes(US_ASCII), phc.getBytes(US_ASCII));
    }

    /** Whether it was made with other costs than today's: hash again after the next right password. */
    public boolean needsRehash() {
        return usable() && !Argon2.parse(phc).orElseThrow().sameCosts(Argon2.today(salt()));
    }

    /** The same password with today's costs, for a sign-in that just matched; the rules for new passwords are not asked. */
    public static PasswordHash rehash(String matched) {
        return today(Password.bytes(matched));
    }

    /** How many hashes this node computed since it started. */
    public static long computed() {
        return QUEUE.done();
    }

    /** Whether some password could match: a way in. */
    public boolean usable() {
        return Argon2.parse(phc).isPresent();
    }

    private static byte[] salt() {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        return salt;
    }

    @Override
    public String toString() {
        return "•••";
    }
}

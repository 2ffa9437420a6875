package gatehouse.account;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2id with its costs and salt (RFC 9106), read from and written as a PHC string. */
record Argon2(int kibibytes, int passes, int lanes, byte[] salt) {

    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");
    private static final Base64.Encoder TEXT = Base64.getEncoder().withoutPadding();
    private static final int HASH_BYTES = 32;

    /** Today's costs: 19 MiB, two passes, one lane (OWASP's first choice). */
    static Argon2 today(byte[] salt) {
        return new Argon2(19 * 1024, 2, 1, salt);
    }

    static Optional<Argon2> parse(String phc) {
        Matcher found = PHC.matcher(phc);
        return found.matches() ? Optional.of(of(found)).filter(Argon2::affordable) : Optional.empty();
    }

    private static Argon2 of(Matcher found) {
        byte[] salt = Base64.getDecoder().decode(found.group(4));
        return new Argon2(number(found, 1), number(found, 2), number(found, 3), salt);
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /** A row from elsewhere may not make one sign-in cost more than 128 MiB and ten passes. */
    private boolean affordable() {
        return passes >= 1 && passes <= 10 && lanes >= 1 && lanes <= 8 && kibibytes >= 8 * lanes && kibibytes <= 128 * 1024;
    }

    boolean sameCosts(Argon2 other) {
        return kibibytes == other.kibibytes && passes == other.passes && lanes == other.lanes && salt.length == other.salt.length;
    }

    String phc(byte[] password) {
        return "$argon2id$v=19$m=" + kibibytes + ",t=" + passes + ",p=" + lanes
                + "$" + TEXT.encodeToString(salt) + "$" + TEXT.encodeToString(hash(password));
    }

    private byte[] hash(byte[] password) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(kibibytes).withIterations(passes).withParallelism(lanes).withSalt(salt).build());
        byte[] hash = new byte[HASH_BYTES];
        generator.generateBytes(password, hash);
        return hash;
    }
}

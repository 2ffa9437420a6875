package gatehouse.account;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that is read from a screen and typed once: five groups of four, 99 bits, no characters that look alike. */
public final class OneTimePassword {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CHARACTERS = "23456789abcdefghjkmnpqrstuvwxyz";

    private OneTimePassword() {
    }

    public static String fresh() {
        return IntStream.range(0, 5).mapToObj(group -> group()).collect(Collectors.joining("-"));
    }

    private static String group() {
        return RANDOM.ints(4, 0, CHARACTERS.length()).mapToObj(at -> CHARACTERS.substring(at, at + 1)).collect(Collectors.joining());
    }
}

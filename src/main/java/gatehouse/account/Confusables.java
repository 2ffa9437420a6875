package gatehouse.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a text looks like (UTS #39 section 4, the skeleton), whatever its letters' case: two texts that look alike give one. */
final class Confusables {

    private static final Map<Integer, String> LOOKS_LIKE = read();

    private Confusables() {
    }

    static String skeleton(String text) {
        StringBuilder seen = new StringBuilder();
        decomposed(text).codePoints().forEach(c -> seen.append(LOOKS_LIKE.getOrDefault(c, Character.toString(c))));
        return withoutDoubleDots(Normalizer.normalize(seen, Form.NFD));
    }

    private static String decomposed(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Form.NFD);
    }

    /** The dot of an i or a j hides a combining dot above it (Unicode 3.13, Soft_Dotted). */
    private static String withoutDoubleDots(String text) {
        return text.replaceAll("([ij])\u0307+", "$1");
    }

    private static Map<Integer, String> read() {
        Map<Integer, String> looks = new HashMap<>();
        for (String line : Resource.lines("confusables.txt")) {
            int source = line.codePointAt(0);
            looks.put(source, line.substring(Character.charCount(source) + 1));
        }
        return Map.copyOf(looks);
    }
}

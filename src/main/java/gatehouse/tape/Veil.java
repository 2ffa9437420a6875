package gatehouse.tape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Covers a trip's secrets in whatever is written down of it, however they are encoded; also inside Base64, wherever they begin in it.
 * A secret of fewer than six characters would cover half of every text; {@link Brief} covers those by where they stand. Who is told of a flood of them (500, with their
 * writings in Base64) covers every text whole: to look for so many takes too long.
 */
final class Veil {

    static final int SHORTEST = 6;
    private static final int MOST = 500;
    /** Anything that looks like a signed token (RFC 7515 section 3.1). */
    static final Pattern SIGNED = Pattern.compile("eyJ[A-Za-z0-9_-]{5,4000}+\\.[A-Za-z0-9_-]{2,16000}+\\.[A-Za-z0-9_-]*+");

    private final Set<Hidden> known = new LinkedHashSet<>();
    private final Map<Character, List<Hidden>> byFirst = new HashMap<>();

    /** From now on this is covered. */
    void learn(String secret) {
        if (secret.length() < SHORTEST || flooded()) return;
        keep(secret);
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            keep(inside(Base64.getEncoder().withoutPadding(), bytes, before));
            keep(inside(Base64.getUrlEncoder().withoutPadding(), bytes, before));
        }
    }

    /** The part of a Base64 text that depends on the secret alone, when so many bytes stand before it in its group of three. */
    private static String inside(Base64.Encoder encoder, byte[] secret, int before) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        String text = encoder.encodeToString(shifted);
        int whole = shifted.length * 8 / 6;
        return text.substring(before == 0 ? 0 : before + 1, whole);
    }

    private void keep(String secret) {
        Hidden hidden = new Hidden(secret);
        if (secret.length() < SHORTEST || !known.add(hidden)) return;
        hidden.begins().stream().map(way -> folded(way.charAt(0))).distinct()
                .forEach(first -> byFirst.computeIfAbsent(first, any -> new ArrayList<>()).add(hidden));
    }

    private boolean flooded() {
        return known.size() >= MOST;
    }

    String over(String text) {
        if (flooded()) return whole(text);
        StringBuilder covered = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            Found found = at(text, at);
            covered.append(found.shown());
            at = found.end();
        }
        return SIGNED.matcher(covered).replaceAll(token -> new Hidden(token.group()).cover());
    }

    /** What is shown of the text from here on, up to where. */
    private record Found(String shown, int end) {
    }

    private Found at(String text, int at) {
        Found longest = new Found(text.substring(at, at + 1), at + 1);
        for (Hidden hidden : byFirst.getOrDefault(folded(text.charAt(at)), List.of())) {
            int end = hidden.end(text, at);
            if (end > longest.end()) longest = new Found(hidden.cover(), end);
        }
        return longest;
    }

    /** As two characters are compared when case does not matter. */
    private static char folded(char one) {
        return Character.toLowerCase(Character.toUpperCase(one));
    }

    /** A value that is secret by its name, whatever it is: nothing of it is shown. */
    static String whole(String value) {
        return value.isEmpty() ? "" : "•••(" + value.length() + ")";
    }

    @Override
    public String toString() {
        return "Veil[" + known.size() + "]";
    }
}

package gatehouse.tape;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Covers secrets that are too short to be looked for everywhere: where such a text is the whole value of a name that is secret, and where
 * one that was given stands as a whole value of any name.
 */
final class Brief {

    static final int LONGEST = Veil.SHORTEST - 1;
    private static final Pattern PAIR = Pattern.compile("([A-Za-z_][\\w.-]{0,63})(\\\\*[\"']?\\s*[:=]\\s*\\\\*[\"']?)([^\"'&\\s,;<>{}\\[\\]\\\\]{1," + LONGEST + "})(?=[\"'&\\s,;<>}\\]\\\\]|$)");
    private static final Set<String> WORDS = Set.of("true", "false", "null");

    private final Told told;
    private final Set<String> given = new HashSet<>();

    Brief(Told told) {
        this.told = told;
    }

    /** From now on this is covered where it is a whole value. */
    void learn(String secret) {
        if (!secret.isEmpty() && secret.length() <= LONGEST) given.add(secret);
    }

    String over(String text) {
        return PAIR.matcher(text).replaceAll(pair -> Matcher.quoteReplacement(hides(pair) ? pair.group(1) + pair.group(2) + Veil.whole(pair.group(3)) : pair.group()));
    }

    private boolean hides(MatchResult pair) {
        String value = pair.group(3);
        return given.contains(value) || told.secret(pair.group(1)) && !WORDS.contains(value);
    }
}

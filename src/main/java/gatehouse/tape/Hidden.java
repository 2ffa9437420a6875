package gatehouse.tape;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** One secret, found in a text however it is written there: plain, percent-encoded once or twice, or escaped for JSON, a script or HTML. */
final class Hidden {

    private static final int LONG_ENOUGH_TO_HINT = 20;
    private static final int HINT = 4;
    private static final Map<Integer, String> NAMED = Map.of((int) '&', "&amp;", (int) '<', "&lt;", (int) '>', "&gt;", (int) '"', "&quot;", (int) '\'', "&apos;");
    private static final Map<Integer, String> BREAKS = Map.of((int) '\n', "\\n", (int) '\r', "\\r", (int) '\t', "\\t", (int) '\b', "\\b", (int) '\f', "\\f");

    private final String secret;
    private final List<List<String>> letters;

    Hidden(String secret) {
        Map<Integer, List<String>> known = new HashMap<>();
        this.secret = secret;
        this.letters = secret.codePoints().mapToObj(letter -> known.computeIfAbsent(letter, Hidden::ways)).toList();
    }

    /** Just behind the secret that stands there; -1 when none does. Upper and lower case are one. */
    int end(String text, int from) {
        Set<Integer> ends = Set.of(from);
        for (List<String> ways : letters) {
            ends = behind(text, ends, ways);
            if (ends.isEmpty()) return -1;
        }
        return ends.stream().mapToInt(Integer::intValue).max().orElse(-1);
    }

    private static Set<Integer> behind(String text, Set<Integer> from, List<String> ways) {
        Set<Integer> ends = new TreeSet<>();
        for (int at : from) {
            for (String way : ways) {
                if (text.regionMatches(true, at, way, 0, way.length())) ends.add(at + way.length());
            }
        }
        return ends;
    }

    /** How the first letter may be written. */
    List<String> begins() {
        return letters.get(0);
    }

    /** What stands there instead: the first letters of a long one, to know it by, and its length. */
    String cover() {
        String start = secret.substring(0, Math.min(HINT, secret.length()));
        boolean hints = secret.length() >= LONG_ENOUGH_TO_HINT && start.matches("[A-Za-z0-9._-]+");
        return (hints ? start : "") + "•••(" + secret.length() + ")";
    }

    private static List<String> ways(int letter) {
        String plain = Character.toString(letter);
        StringBuilder percent = new StringBuilder();
        for (byte one : plain.getBytes(StandardCharsets.UTF_8)) percent.append("%%%02X".formatted(one));
        StringBuilder unicode = new StringBuilder();
        plain.chars().forEach(unit -> unicode.append("\\u%04x".formatted(unit)));
        List<String> ways = new ArrayList<>(List.of(plain, percent.toString(), percent.toString().replace("%", "%25"), unicode.toString(), "\\" + unicode,
                "&#" + letter + ";", "&#0" + letter + ";", "&#x%x;".formatted(letter)));
        if (letter < 256) ways.add("\\x%02x".formatted(letter));
        if (letter == ' ') ways.addAll(List.of("+", "%2B"));
        if (!Character.isLetterOrDigit(letter)) ways.addAll(List.of("\\" + plain, "\\\\\\" + plain));
        if (NAMED.containsKey(letter)) ways.add(NAMED.get(letter));
        if (BREAKS.containsKey(letter)) ways.addAll(List.of(BREAKS.get(letter), "\\" + BREAKS.get(letter)));
        return ways;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hidden hidden && hidden.secret.equals(secret);
    }

    @Override
    public int hashCode() {
        return secret.hashCode();
    }

    @Override
    public String toString() {
        return "•••";
    }
}

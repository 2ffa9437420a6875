package gatehouse.trial;

import java.util.List;

/**
 * Why a trial failed.
 *
 * @param advice which advice fits, see {@link Advice}
 * @param code   the provider's own code, or which of our checks said no; may be empty
 * @param text   what the provider says of it; may be empty
 * @param words  a rule of ours that was not met; at most one
 */
record Cause(String advice, String code, String text, List<Said> words) {

    private static final int LONGEST = 500;

    static Cause of(String advice, String code, String text) {
        return new Cause(advice, bounded(code), bounded(text), List.of());
    }

    private static String bounded(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}

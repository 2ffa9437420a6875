package gatehouse.trial;

import java.util.List;
import java.util.function.UnaryOperator;

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

    Cause each(UnaryOperator<String> change) {
        return new Cause(advice, change.apply(code), change.apply(text), words.stream().map(said -> said.each(change)).toList());
    }

    private static String bounded(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + " …";
    }
}

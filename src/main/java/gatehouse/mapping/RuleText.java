package gatehouse.mapping;

import gatehouse.web.Refusal;

/** The characters of a rule, read from left to right; what is wrong is refused (422) with its position, counted from 1. */
final class RuleText {

    private static final String PUNCTUATION = ".[]()'\"*,?\\/~@=&|!<>:;";
    private final String text;
    private int at;

    RuleText(String text) {
        this.text = text;
    }

    boolean more() {
        return at < text.length();
    }

    boolean sees(String expected) {
        return text.startsWith(expected, at);
    }

    /** Steps over the expected text if it comes next. */
    boolean takes(String expected) {
        boolean found = sees(expected);
        if (found) at += expected.length();
        return found;
    }

    void demand(String expected) {
        if (!takes(expected)) throw refused("provider.rule.expected", expected);
    }

    void skipBlanks() {
        while (takes(" ")) continue;
    }

    /** A name without quotes: letters, digits and signs that mean nothing in a path. */
    String name() {
        int start = at;
        while (more() && plain(text.codePointAt(at))) at += Character.charCount(text.codePointAt(at));
        if (at == start) throw refused("provider.rule.name");
        return text.substring(start, at);
    }

    private static boolean plain(int c) {
        return PUNCTUATION.indexOf(c) < 0 && !Character.isWhitespace(c) && !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE;
    }

    /** A whole number of at most so many digits, without leading zeros. */
    String digits(int most) {
        int start = at;
        while (more() && at - start <= most && text.charAt(at) >= '0' && text.charAt(at) <= '9') at++;
        String digits = text.substring(start, at);
        if (digits.isEmpty() || digits.length() > most || digits.length() > 1 && digits.startsWith("0")) throw refused("provider.rule.number", most);
        return digits;
    }

    boolean seesQuote() {
        return sees("'") || sees("\"");
    }

    /** A quoted name; a backslash may stand before a quote or a backslash only. */
    String quoted() {
        char quote = text.charAt(at++);
        StringBuilder name = new StringBuilder();
        while (more() && text.charAt(at) != quote) {
            if (takes("\\") && !sees("\\") && !seesQuote()) throw refused("provider.rule.escape");
            if (more()) name.append(character());
        }
        demand(String.valueOf(quote));
        if (name.isEmpty()) throw refused("provider.rule.name");
        return name.toString();
    }

    private char character() {
        if (Character.isISOControl(text.charAt(at))) throw refused("provider.rule.name");
        return text.charAt(at++);
    }

    Refusal refused(String key, Object detail) {
        return Refusal.invalid(key, at + 1, detail);
    }

    Refusal refused(String key) {
        return Refusal.invalid(key, at + 1);
    }
}

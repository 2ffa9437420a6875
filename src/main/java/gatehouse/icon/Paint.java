package gatehouse.icon;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import gatehouse.web.Refusal;

/** The styles of a drawing: colours, lengths and references within it; nothing that could name another file. */
final class Paint {

    private static final Pattern TARGET = Pattern.compile("(?i)url\\(\\s*['\"]?#([\\w.:-]+)['\"]?\\s*\\)");
    private static final Pattern PAINTED = Pattern.compile("(?i)(fill|stroke)\\s*:\\s*" + TARGET.pattern());
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern FUNCTION = Pattern.compile("([\\w-]*)\\s*\\(");
    private static final Pattern DOUBTFUL = Pattern.compile("[\\\\@/<&]");
    private static final Set<String> FUNCTIONS = Set.of("rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewx", "skewy");

    private Paint() {
    }

    /** An attribute's value. @throws Refusal 422 for an escape, an at-rule, an address or a function that is not of colours and places */
    static String value(String value) {
        return checked(COMMENT.matcher(value).replaceAll(" "), TARGET);
    }

    /** A style element's rules; they may refer to a part only as paint, because one rule may count for many elements. */
    static String sheet(String rules) {
        return checked(COMMENT.matcher(rules).replaceAll(" "), PAINTED);
    }

    private static String checked(String css, Pattern allowed) {
        String rest = allowed.matcher(css).replaceAll(" ");
        boolean known = FUNCTION.matcher(rest).results().map(call -> call.group(1).toLowerCase(Locale.ROOT)).allMatch(FUNCTIONS::contains);
        if (!known || DOUBTFUL.matcher(rest).find()) throw Refusal.invalid("provider.icon.style");
        return css;
    }

    /** The ids that a value refers to. */
    static Stream<String> targets(String value) {
        return TARGET.matcher(value).results().map(found -> found.group(1));
    }
}

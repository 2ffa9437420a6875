package gatehouse.web;

import java.util.regex.Pattern;

/** A stranger's text made fit for one line of a page or a log: no control characters, none that turn the direction, bounded. */
public final class OneLine {

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029]+");
    private static final Pattern UNSEEN = Pattern.compile("[\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\p{Cs}]+");

    private OneLine() {
    }

    /** At most so many characters, never half a surrogate pair. */
    public static String of(String text, int most) {
        String bounded = text.length() <= 2 * most ? text : text.substring(0, 2 * most);
        String clean = UNSEEN.matcher(CONTROLS.matcher(bounded).replaceAll(" ")).replaceAll("").strip();
        return clean.length() <= most ? clean : clean.substring(0, whole(clean, most));
    }

    private static int whole(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) ? at - 1 : at;
    }
}

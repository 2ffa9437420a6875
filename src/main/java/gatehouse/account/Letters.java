package gatehouse.account;

import java.text.Normalizer;
import java.text.Normalizer.Form;

/** The characters a username is made of: letters and digits of any script with their marks, single spaces, and . _ - @ + */
final class Letters {

    /** Letters and marks that show nothing (Default_Ignorable_Code_Point): two names could differ by them and look the same. */
    private static final String UNSEEN = "\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180F\u3164\uFFA0";
    private static final String OTHERS = "._-@+";

    private Letters() {
    }

    /** NFKC with outer blanks gone and inner ones single; the caller bounds the length first. */
    static String normal(String text) {
        return Normalizer.normalize(text, Form.NFKC).strip().replaceAll("\\s+", " ");
    }

    /** The same text with every other character read as an underscore. */
    static String cleaned(String text) {
        StringBuilder clean = new StringBuilder();
        for (int c : text.codePoints().toArray()) {
            clean.appendCodePoint(allowed(c, clean) ? c : '_');
        }
        return clean.toString();
    }

    private static boolean allowed(int c, CharSequence before) {
        if (unseen(c)) return false;
        if (mark(c)) return !before.isEmpty() && endsInLetter(before);
        return Character.isLetterOrDigit(c) || c == ' ' || OTHERS.indexOf(c) >= 0;
    }

    /** A mark belongs to the letter before it; on its own it would sit on whatever stands beside the name. */
    private static boolean endsInLetter(CharSequence text) {
        int last = Character.codePointBefore(text, text.length());
        return Character.isLetter(last) || mark(last);
    }

    private static boolean mark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static boolean unseen(int c) {
        return UNSEEN.indexOf(c) >= 0 || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0000 && c <= 0xE0FFF;
    }

    /** At most so many code points; never half a surrogate pair, no blank at the end. */
    static String cut(String text, int most) {
        if (text.codePointCount(0, text.length()) <= most) return text;
        return text.substring(0, text.offsetByCodePoints(0, Math.max(0, most))).strip();
    }
}

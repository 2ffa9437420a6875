package gatehouse.admission;

import gatehouse.web.Label;

/** What a sign-in would do. @param letsIn whether the person would come in */
public record Verdict(boolean letsIn, Label words) {

    static Verdict in(String key, Object... arguments) {
        return new Verdict(true, new Label(key, arguments));
    }

    public static Verdict out(String key, Object... arguments) {
        return new Verdict(false, new Label(key, arguments));
    }
}

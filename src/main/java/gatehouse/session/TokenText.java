package gatehouse.session;

import java.util.regex.Pattern;

import gatehouse.secret.Tokens;

/** How an access token is written: {@code app_}, 256 random bits as 43 characters of base64url, and 6 more that tell a mistyped one without a look-up. */
final class TokenText {

    private static final Pattern FORM = Pattern.compile("app_[A-Za-z0-9_-]{49}");
    private static final int CHECKED = 47;

    private TokenText() {
    }

    static String fresh() {
        String checked = "app_" + Tokens.fresh();
        return checked + sum(checked);
    }

    static boolean wellFormed(String text) {
        return FORM.matcher(text).matches() && sum(text.substring(0, CHECKED)).equals(text.substring(CHECKED));
    }

    private static String sum(String checked) {
        return Tokens.hash(checked).substring(0, 6);
    }
}

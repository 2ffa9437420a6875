package gatehouse.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import gatehouse.account.Username;

/**
 * What an Authorization header brings. A token of ours comes as Bearer (RFC 6750), as AList's bare word, or as the password of Basic
 * (RFC 7617); anything else is meant for the service behind, and nobody here is proven by it.
 *
 * @param token    begins with {@code app_}; empty when there is none of ours
 * @param username of Basic; empty otherwise
 */
public record Presented(Way way, String token, String username) {

    /** How it came. */
    public enum Way { NOT_AT_ALL, BEARER, BASIC, SOMETHING_ELSE }

    private static final Pattern BEARER = Pattern.compile("(?i:bearer) +(\\S{1,4096})");
    private static final Pattern BASIC = Pattern.compile("(?i:basic) +([A-Za-z0-9+/]{1,8192}={0,2})");
    private static final String OURS = "app_";

    /** @param header of Authorization */
    public static Presented of(Optional<String> header) {
        if (header.isEmpty()) return new Presented(Way.NOT_AT_ALL, "", "");
        String value = header.get().strip();
        Matcher bearer = BEARER.matcher(value);
        if (bearer.matches()) return new Presented(Way.BEARER, ours(bearer.group(1)), "");
        Matcher basic = BASIC.matcher(value);
        if (basic.matches()) return basic(basic.group(1));
        return new Presented(value.startsWith(OURS) ? Way.BEARER : Way.SOMETHING_ELSE, ours(value), "");
    }

    private static Presented basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), UTF_8).split(":", 2);
            return pair.length == 2 ? new Presented(Way.BASIC, ours(pair[1]), pair[0]) : new Presented(Way.SOMETHING_ELSE, "", "");
        } catch (IllegalArgumentException notBase64) {
            return new Presented(Way.SOMETHING_ELSE, "", "");
        }
    }

    private static String ours(String word) {
        return word.startsWith(OURS) ? word : "";
    }

    public boolean hasToken() {
        return !token.isEmpty();
    }

    /** Somebody guesses at a password: not a token of ours, mistyped or ended as it may be. */
    public boolean guesses() {
        return way == Way.BASIC && !hasToken();
    }

    /** With Basic the username must be the token's; without one the token speaks for itself. */
    public boolean fits(TokenView of) {
        if (username.isEmpty() || username.equals(of.username())) return true;
        return Username.from(username).canonical().equals(Username.from(of.username()).canonical());
    }

    @Override
    public String toString() {
        return "Presented[" + way + "]";
    }
}

package gatehouse.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.Set;

import gatehouse.web.Refusal;

/** A new password that was allowed: 8 to 128 characters, at most 1,024 bytes of UTF-8, kept byte for byte. Never printed. */
public final class Password {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;
    private static final int MOST_BYTES = 1024;
    private static final Set<String> COMMON = Set.copyOf(Resource.lines("common-passwords.txt"));
    private final String text;

    private Password(String text) {
        this.text = text;
    }

    /** Refuses (422) what is too short or long, one of the 3,000 most common, or the username in any case. */
    public static Password of(String typed, Username username) {
        if (typed.length() > 2 * LONGEST || typed.codePointCount(0, typed.length()) > LONGEST) throw tooLong();
        if (typed.codePointCount(0, typed.length()) < SHORTEST) throw Refusal.invalid("account.password.too-short", SHORTEST);
        if (bytes(typed).length > MOST_BYTES) throw tooLong();
        if (COMMON.contains(typed.toLowerCase(Locale.ROOT))) throw Refusal.invalid("account.password.common");
        if (typed.equalsIgnoreCase(username.shown())) throw Refusal.invalid("account.password.username");
        return new Password(typed);
    }

    byte[] bytes() {
        return bytes(text);
    }

    /** The bytes of a text typed at sign-in: none when it is longer than any password can be. */
    static byte[] bytes(String typed) {
        return typed.length() > 2 * LONGEST ? new byte[0] : typed.getBytes(UTF_8);
    }

    private static Refusal tooLong() {
        return Refusal.invalid("account.password.too-long", LONGEST);
    }

    @Override
    public String toString() {
        return "•••";
    }
}

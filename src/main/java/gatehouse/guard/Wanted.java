package gatehouse.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

import gatehouse.web.Refusal;

/** The page of a guarded host that a person asked for, path and query, on its way through addresses. What is none becomes the host's start. */
record Wanted(String target) {

    /** The longest that is carried along, in characters. */
    private static final int LONGEST = 700;
    private static final String START = "/";

    Wanted {
        target = fine(target) ? target : START;
    }

    private static boolean fine(String target) {
        try {
            RequestPath.of(target);
            return target.length() <= LONGEST;
        } catch (Refusal doubtful) {
            return false;
        }
    }

    /** @param text as {@link #carried} wrote it; null or anything else: the start */
    static Wanted read(String text) {
        try {
            return new Wanted(text == null ? START : new String(Base64.getUrlDecoder().decode(text), UTF_8));
        } catch (IllegalArgumentException notOurs) {
            return new Wanted(START);
        }
    }

    /** In letters that need no encoding. */
    String carried() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(target.getBytes(UTF_8));
    }
}

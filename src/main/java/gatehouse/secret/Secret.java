package gatehouse.secret;

/** A text that must never be printed: its {@code toString} is dots. At most 4,096 characters; may be empty (none). */
public final class Secret {

    public static final Secret NONE = new Secret("");
    private static final int LONGEST = 4096;
    private final String text;

    private Secret(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when longer than 4,096 characters */
    public static Secret of(String text) {
        if (text.length() > LONGEST) throw new IllegalArgumentException("a secret has at most 4096 characters");
        return text.isEmpty() ? NONE : new Secret(text);
    }

    /** The text itself, for the one call that needs it. */
    public String reveal() {
        return text;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return "•••";
    }
}

package gatehouse.web;

/**
 * Not allowed, or not possible, in one sentence: a message key, its arguments and the HTTP status.
 * Thrown by rules, shown by {@code Refusals} as a page or as JSON. The arguments are shown to people: never a secret.
 */
public class Refusal extends RuntimeException {

    private final int status;
    private final String key;
    private final transient Object[] arguments;

    public Refusal(int status, String key, Object... arguments) {
        super(key, null, false, false);
        this.status = status;
        this.key = key;
        this.arguments = arguments;
    }

    /** What was typed breaks a rule: 422, and a sentence that names the mend. */
    public static Refusal invalid(String key, Object... arguments) {
        return new Refusal(422, key, arguments);
    }

    public int status() {
        return status;
    }

    public String key() {
        return key;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}

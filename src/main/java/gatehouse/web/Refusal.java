package gatehouse.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Not allowed, or not possible, in one sentence: a message key, its arguments and the HTTP status.
 * Thrown by rules, shown by {@code Refusals} as a page or as JSON. The arguments are shown to people: never a secret.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;
    private final int status;
    private final String key;
    private final transient Object[] arguments;
    private final transient Map<String, String> headers = new LinkedHashMap<>();
    private String again = "";
    private String cause = "";
    private Long about;
    private int jsonStatus;
    private String jsonMessage = "";
    private String provider = "";

    public Refusal(int status, String key, Object... arguments) {
        super(key, null, false, false);
        this.status = status;
        this.jsonStatus = status;
        this.key = key;
        this.arguments = arguments;
    }

    /** What was typed breaks a rule: 422, and a sentence that names the mend. */
    public static Refusal invalid(String key, Object... arguments) {
        return new Refusal(422, key, arguments);
    }

    /** @param seconds when it may go better, for {@code Retry-After} */
    public Refusal retryAfter(long seconds) {
        return header("Retry-After", Long.toString(seconds));
    }

    public Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** @param path where the page's button leads, to start again */
    public Refusal again(String path) {
        this.again = path;
        return this;
    }

    /** @param constant of ours, or a provider's error code: for the log, never for a page */
    public Refusal because(String constant) {
        this.cause = constant;
        return this;
    }

    /** @param account that would have been opened or changed: for the log, never for a page */
    public Refusal about(long account) {
        this.about = account;
        return this;
    }

    /** @param provider the slug of the one it is about: for the log, never for a page */
    public Refusal at(String provider) {
        this.provider = provider;
        return this;
    }

    public Optional<Long> about() {
        return Optional.ofNullable(about);
    }

    /** What was refused and why, as the log tells it. */
    public String forTheLog() {
        return cause.isEmpty() ? key : key + " (" + cause + ")";
    }

    /** Programs that know the seeds read another code and an exact English text. */
    public Refusal inJson(int code, String message) {
        this.jsonStatus = code;
        this.jsonMessage = message;
        return this;
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

    public Map<String, String> headers() {
        return Map.copyOf(headers);
    }

    public String again() {
        return again;
    }

    public String provider() {
        return provider;
    }

    int jsonStatus() {
        return jsonStatus;
    }

    String jsonMessage() {
        return jsonMessage;
    }
}

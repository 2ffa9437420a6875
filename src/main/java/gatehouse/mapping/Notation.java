package gatehouse.mapping;

import java.util.Locale;

/** How a rule is written: {@code $.a[0].b} (JSONPath), {@code /a/0/b} (JSON Pointer, RFC 6901) or {@code a.0.b}. */
public enum Notation {

    JSON_PATH, JSON_POINTER, DOTTED;

    static Notation of(String rule) {
        if (rule.startsWith("$")) return JSON_PATH;
        return rule.startsWith("/") ? JSON_POINTER : DOTTED;
    }

    /** The message key of its name. */
    public String key() {
        return "provider.notation." + name().toLowerCase(Locale.ROOT);
    }
}

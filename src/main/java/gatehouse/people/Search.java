package gatehouse.people;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Whom an administrator looks for. A text is the beginning of a name, of a directory when it begins with /, or of an e-mail address;
 * or the whole subject of an identity.
 *
 * @param role     0 for any, as the provider
 */
record Search(String text, In in, long role, long provider, State state) {

    private static final int LONGEST = 256;

    /** Where the text is looked for. */
    enum In { NAME, EMAIL, SUBJECT }

    /** In which state the account is. */
    enum State { ANY, ACTIVE, DISABLED, STRANDED }

    static final Search EVERYBODY = new Search("", In.NAME, 0, 0, State.ANY);

    /** @param asked a parameter of the address by its name, null when there is none; what is not understood is not asked for */
    static Search of(UnaryOperator<String> asked) {
        return new Search(text(asked.apply("q")), one(In.NAME, asked.apply("in")), number(asked.apply("role")), number(asked.apply("provider")),
                one(State.ANY, asked.apply("state")));
    }

    private static String text(String typed) {
        String text = typed == null ? "" : typed.strip().replace("\0", "");
        return text.substring(0, Math.min(text.length(), LONGEST));
    }

    private static long number(String typed) {
        return typed != null && typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : 0;
    }

    private static <E extends Enum<E>> E one(E otherwise, String typed) {
        for (E one : otherwise.getDeclaringClass().getEnumConstants()) if (one.name().equalsIgnoreCase(typed)) return one;
        return otherwise;
    }

    boolean byDirectory() {
        return in == In.NAME && text.startsWith("/");
    }

    boolean forEverybody() {
        return equals(EVERYBODY) || text.isEmpty() && role == 0 && provider == 0 && state == State.ANY;
    }

    /** The parameters of the address that asks this again; the page is not among them. */
    Map<String, String> parameters() {
        Map<String, String> all = new LinkedHashMap<>();
        if (!text.isEmpty()) all.put("q", text);
        if (!text.isEmpty() && in != In.NAME) all.put("in", in.name().toLowerCase(java.util.Locale.ROOT));
        if (role != 0) all.put("role", Long.toString(role));
        if (provider != 0) all.put("provider", Long.toString(provider));
        if (state != State.ANY) all.put("state", state.name().toLowerCase(java.util.Locale.ROOT));
        return all;
    }
}

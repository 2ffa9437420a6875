package gatehouse.connection;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import gatehouse.web.Refusal;

/** What may stand in a dialect; all else is refused (422) and shown, cut to 40 characters. */
public final class DialectRules {

    private static final int MOST = 12;
    private static final String VARIABLE = "\\{(code|client_id|(token|user)\\.[A-Za-z0-9_-]{1,64})\\}";
    /** Headers that are ours, the client's or the connection's to set. */
    private static final String FORBIDDEN = "(?i)host|connection|content-.*|expect|upgrade|cookie|transfer-encoding|te|trailer|accept-encoding|user-agent|via|date";

    private DialectRules() {
    }

    public static String or(String given, String usual) {
        return given == null ? usual : given;
    }

    static String name(String name) {
        return matching(name, "[A-Za-z0-9_.-]{1,64}");
    }

    static String nameOrNone(String name) {
        return name.isEmpty() ? name : name(name);
    }

    static String path(String path) {
        return matching(path, "[A-Za-z0-9_-]{1,64}(\\.[A-Za-z0-9_-]{1,64}){0,3}");
    }

    static String header(String name) {
        if (name.matches(FORBIDDEN)) throw refused(name);
        return matching(name, "[A-Za-z0-9-]{1,64}");
    }

    /** Visible ASCII and blanks; braces only around a known variable. */
    static String value(String value) {
        return value.matches(VARIABLE) ? value : matching(value, "[ -z|~]{0,512}");
    }

    static Map<String, String> parameters(Map<String, String> given) {
        Map<String, String> checked = bounded(given);
        checked.forEach((name, value) -> {
            name(name);
            value(or(value, "{"));
        });
        return Collections.unmodifiableMap(checked);
    }

    static Map<String, String> headers(Map<String, String> given) {
        Map<String, String> checked = bounded(given);
        checked.forEach((name, value) -> {
            header(name);
            matching(or(value, "{"), "[ -z|~]{1,256}");
        });
        return Collections.unmodifiableMap(checked);
    }

    private static Map<String, String> bounded(Map<String, String> given) {
        Map<String, String> copy = given == null ? new LinkedHashMap<>() : new LinkedHashMap<>(given);
        if (copy.size() > MOST) throw refused(Integer.toString(copy.size()));
        return copy;
    }

    private static String matching(String text, String pattern) {
        if (!text.matches(pattern)) throw refused(text);
        return text;
    }

    static Refusal refused(String text) {
        return Refusal.invalid("provider.dialect.value", text.length() <= 40 ? text : text.substring(0, 40));
    }
}

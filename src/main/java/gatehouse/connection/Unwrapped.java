package gatehouse.connection;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The JSON inside an answer that is written otherwise. What cannot be unwrapped is left, so that it is refused as the JSON it is not. */
public final class Unwrapped {

    private static final Pattern CALL = Pattern.compile("\\s*[A-Za-z_$][\\w$.]{0,63}\\s*\\(\\s*(\\{.*\\})\\s*\\)\\s*;?\\s*", Pattern.DOTALL);
    private static final byte[] NOTHING = {};

    private Unwrapped() {
    }

    /** The answer as JSON, as far as it can be had. @param format as the provider is said to write */
    public static byte[] json(byte[] body, AnswerFormat format) {
        if (format == AnswerFormat.JSON) return body;
        String text = new String(body, StandardCharsets.UTF_8);
        Matcher call = CALL.matcher(text);
        if (call.matches()) return call.group(1).getBytes(StandardCharsets.UTF_8);
        boolean form = format == AnswerFormat.FORM && !text.startsWith("{");
        return form ? ofForm(text) : body;
    }

    /** Nothing when a name stands twice or a value cannot be decoded. */
    private static byte[] ofForm(String text) {
        ObjectNode members = JsonNodeFactory.instance.objectNode();
        try {
            for (String pair : text.strip().split("&")) {
                String[] halves = pair.split("=", 2);
                String value = halves.length == 1 ? "" : URLDecoder.decode(halves[1], StandardCharsets.UTF_8);
                if (members.has(halves[0])) return NOTHING;
                members.put(halves[0], value);
            }
        } catch (IllegalArgumentException notEncoded) {
            return NOTHING;
        }
        return members.toString().getBytes(StandardCharsets.UTF_8);
    }
}

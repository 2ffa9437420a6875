package gatehouse.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What was typed into a form: names and values as sent, urlencoded or multipart, read alike on both servers. */
public final class TypedForm {

    private static final int MOST_FIELDS = 2500;
    private static final int LONGEST_HEAD = 8 * 1024;
    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private int fields;

    private TypedForm() {
    }

    /** @throws Refusal 400 for a malformed body or more than 2,500 fields; another kind of body has no fields */
    public static TypedForm read(String contentType, byte[] body) {
        TypedForm form = new TypedForm();
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("application/x-www-form-urlencoded")) form.urlencoded(new String(body, UTF_8));
        if (type.startsWith("multipart/form-data")) form.multipart(contentType, new String(body, ISO_8859_1));
        return form;
    }

    /** Fields that came another way, such as JSON. */
    public static TypedForm of(Map<String, List<String>> fields) {
        TypedForm form = new TypedForm();
        fields.forEach((name, values) -> values.forEach(value -> form.add(name, value)));
        return form;
    }

    private void urlencoded(String body) {
        for (String pair : body.split("&", MOST_FIELDS + 2)) {
            if (pair.isEmpty()) continue;
            String[] halves = pair.split("=", 2);
            add(decoded(halves[0]), halves.length == 1 ? "" : decoded(halves[1]));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new Refusal(400, "refused.bad-request");
        }
    }

    private void multipart(String contentType, String body) {
        String boundary = "--" + parameter(contentType, "boundary").orElseThrow(() -> new Refusal(400, "refused.bad-request"));
        String[] parts = ("\r\n" + body).split("\r\n" + java.util.regex.Pattern.quote(boundary), MOST_FIELDS + 2);
        for (int i = 1; i < parts.length && !parts[i].startsWith("--"); i++) part(parts[i]);
    }

    private void part(String part) {
        int end = part.indexOf("\r\n\r\n");
        if (end < 0 || end > LONGEST_HEAD) throw new Refusal(400, "refused.bad-request");
        String head = part.substring(0, end);
        String content = part.substring(end + 4);
        boolean file = parameter(head, "filename").isPresent();
        parameter(head, "name").map(TypedForm::utf8).ifPresent(name -> {
            if (file) keep(name, content);
            else add(name, utf8(content));
        });
    }

    private static String utf8(String bytes) {
        return new String(bytes.getBytes(ISO_8859_1), UTF_8);
    }

    private static Optional<String> parameter(String head, String name) {
        var match = java.util.regex.Pattern.compile("[;\\s]" + name + "=(?:\"([^\"]*)\"|([^;\\s\"]+))", java.util.regex.Pattern.CASE_INSENSITIVE).matcher(head);
        return match.find() ? Optional.of(match.group(1) != null ? match.group(1) : match.group(2)) : Optional.empty();
    }

    /** The name and the type that the browser gives a file are not read. */
    private void keep(String name, String bytes) {
        count();
        files.putIfAbsent(name, bytes);
    }

    private void count() {
        if (++fields > MOST_FIELDS) throw new Refusal(400, "refused.bad-request");
    }

    private void add(String name, String value) {
        count();
        values.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
    }

    public List<String> all(String name) {
        return List.copyOf(values.getOrDefault(name, List.of()));
    }

    /** The first value of that name, without blanks around it; empty when there is none. */
    public String text(String name) {
        return raw(name).strip();
    }

    /** The first value of that name as sent: for passwords and secrets. */
    public String raw(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    public boolean ticked(String name) {
        return !raw(name).isEmpty();
    }

    /** The first file of that name, byte for byte; empty when none was chosen. */
    public byte[] file(String name) {
        return files.getOrDefault(name, "").getBytes(ISO_8859_1);
    }
}

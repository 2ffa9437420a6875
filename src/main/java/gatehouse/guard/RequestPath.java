package gatehouse.guard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gatehouse.web.Refusal;

/**
 * The path of a request, percent-decoded exactly once, as names between slashes. Refused with 400, because two servers could read it
 * in two ways: empty names, dots alone, encoded slashes, any backslash, ";", control characters, what is encoded twice, what is no UTF-8.
 *
 * @param names  none of them empty
 * @param folder whether a slash stood at the end
 */
record RequestPath(List<String> names, boolean folder) {

    static final RequestPath ROOT = new RequestPath(List.of(), true);
    /** The longest path and query together, in characters. */
    static final int LONGEST = 8192;
    private static final Pattern TARGET = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,=:@%/\\[\\]|^-]*)(?:\\?[!-~&&[^#]]*)?");
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern ENCODED_TWICE = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final Pattern DOTS = Pattern.compile("[. ]+");
    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,=:@";

    RequestPath {
        names = List.copyOf(names);
    }

    /** @param target path and perhaps a query, as it stood in the request line. @throws Refusal 400 */
    static RequestPath of(String target) {
        if (target == null || target.length() > LONGEST) throw malformed();
        var match = TARGET.matcher(target);
        if (!match.matches()) throw malformed();
        String path = match.group(1);
        if (path.equals("/")) return ROOT;
        boolean folder = path.endsWith("/");
        String inner = path.substring(1, folder ? path.length() - 1 : path.length());
        return new RequestPath(Arrays.stream(inner.split("/", -1)).map(RequestPath::decoded).toList(), folder);
    }

    /** A path that is kept here: plain text, nothing in it is encoded. */
    static RequestPath plain(String path) {
        return new RequestPath(Stream.of(path.split("/")).filter(name -> !name.isEmpty()).toList(), true);
    }

    private static String decoded(String raw) {
        if (simple(raw)) return raw;
        if (BROKEN.matcher(raw).find()) throw malformed();
        String name = raw.indexOf('%') < 0 ? raw : utf8(raw);
        boolean doubtful = name.isEmpty() || DOTS.matcher(name).matches() || ENCODED_TWICE.matcher(name).find()
                || name.codePoints().anyMatch(c -> c == '/' || c == '\\' || c == ';' || Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        if (doubtful) throw malformed();
        return name;
    }

    /** A name that is written as it is, in a path and here, and that no two servers read in two ways. */
    private static boolean simple(String name) {
        return !name.isEmpty() && name.charAt(0) != '.' && name.chars().allMatch(RequestPath::unreserved);
    }

    /** RFC 3986 section 2.3. */
    private static boolean unreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_' || c == '~';
    }

    private static String utf8(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '%') bytes.write(raw.charAt(i));
            else bytes.write(Integer.parseInt(raw, i + 1, (i += 2) + 1, 16));
        }
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
        } catch (CharacterCodingException notUtf8) {
            throw malformed();
        }
    }

    static Refusal malformed() {
        return new Refusal(400, "refused.guard-path");
    }

    /** Whether this is that path, or lies below it; names are compared as they are. */
    boolean within(RequestPath other) {
        return names.size() >= other.names.size() && names.subList(0, other.names.size()).equals(other.names);
    }

    /** What is left when the first names are taken away. */
    RequestPath without(RequestPath first) {
        return new RequestPath(names.subList(first.names.size(), names.size()), folder || names.size() == first.names.size());
    }

    RequestPath then(RequestPath below) {
        List<String> all = new ArrayList<>(names);
        all.addAll(below.names);
        return new RequestPath(all, below.folder);
    }

    /** Whether one of its names begins with a dot. */
    boolean hidden() {
        return names.stream().anyMatch(name -> name.startsWith("."));
    }

    /** Whether both lie in the same folder. */
    boolean beside(RequestPath other) {
        return !names.isEmpty() && !other.names.isEmpty()
                && names.subList(0, names.size() - 1).equals(other.names.subList(0, other.names.size() - 1));
    }

    /** Spelled in one way only, ready for a request line. */
    String encoded() {
        if (names.isEmpty()) return "/";
        return names.stream().map(RequestPath::encoded).collect(Collectors.joining("/", "/", folder ? "/" : ""));
    }

    private static String encoded(String name) {
        if (simple(name)) return name;
        StringBuilder text = new StringBuilder(name.length() + 8);
        for (byte one : name.getBytes(UTF_8)) {
            if (one > 0 && PLAIN.indexOf(one) >= 0) text.append((char) one);
            else text.append('%').append(String.format("%02X", one & 0xff));
        }
        return text.toString();
    }
}

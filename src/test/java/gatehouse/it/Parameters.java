package gatehouse.it;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Names and values of a query or a form, in order, doubles kept; UTF-8. */
public record Parameters(List<Map.Entry<String, String>> pairs) {

    public static Parameters none() {
        return new Parameters(List.of());
    }

    /** Reads `a=1&b=2`; null and "" are no parameters. */
    public static Parameters of(String encoded) {
        Parameters read = none();
        if (encoded == null || encoded.isEmpty()) return read;
        for (String pair : encoded.split("&")) {
            String[] halves = pair.split("=", 2);
            read = read.and(decode(halves[0]), halves.length == 2 ? decode(halves[1]) : "");
        }
        return read;
    }

    /** From name, value, name, value. */
    public static Parameters listed(String... namesAndValues) {
        Parameters listed = none();
        for (int i = 0; i < namesAndValues.length; i += 2) listed = listed.and(namesAndValues[i], namesAndValues[i + 1]);
        return listed;
    }

    public Parameters and(String name, String value) {
        List<Map.Entry<String, String>> more = new ArrayList<>(pairs);
        more.add(Map.entry(name, value));
        return new Parameters(List.copyOf(more));
    }

    public Parameters without(String name) {
        return new Parameters(pairs.stream().filter(pair -> !pair.getKey().equals(name)).toList());
    }

    public List<String> all(String name) {
        return pairs.stream().filter(pair -> pair.getKey().equals(name)).map(Map.Entry::getValue).toList();
    }

    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** The only value of that name; fails when there is none, or several. */
    public String one(String name) {
        List<String> found = all(name);
        if (found.size() != 1) throw new AssertionError("one " + name + " expected, found " + found);
        return found.get(0);
    }

    public String encoded() {
        return pairs.stream().map(pair -> encode(pair.getKey()) + "=" + encode(pair.getValue())).collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

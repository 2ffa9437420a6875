package gatehouse.status;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Numbers in the text format of Prometheus (version 0.0.4): each family once, with its help and its type. */
final class Exposition {

    private final StringBuilder text = new StringBuilder();

    /** @param type {@code counter}, {@code gauge} or {@code histogram} */
    Exposition family(String name, String type, String help) {
        text.append("# HELP ").append(name).append(' ').append(help).append("\n# TYPE ").append(name).append(' ').append(type).append('\n');
        return this;
    }

    /** @param labels name, value, name, value */
    Exposition value(String name, Number value, String... labels) {
        text.append(name);
        if (labels.length > 0) text.append('{').append(labels(labels)).append('}');
        text.append(' ').append(number(value)).append('\n');
        return this;
    }

    private static String labels(String... labels) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) pairs.put(labels[i], labels[i + 1]);
        return pairs.entrySet().stream().map(pair -> pair.getKey() + "=\"" + escaped(pair.getValue()) + '"').collect(Collectors.joining(","));
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(Number value) {
        return value instanceof Double decimal && decimal == Math.rint(decimal) && Math.abs(decimal) < 1e15 ? Long.toString(decimal.longValue()) : value.toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

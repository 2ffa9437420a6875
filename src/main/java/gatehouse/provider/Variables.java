package gatehouse.provider;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.web.Label;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;

/** A preset's variables, as they were typed or as they usually are: letters, digits and the signs of hosts and addresses. */
final class Variables {

    private static final List<String> FILLED = List.of("issuer", "authorizeUrl", "tokenUrl", "userInfoUrl", "scope", "dialect");
    private static final String BOX = "var-";
    private final Map<String, String> values;

    private Variables(Map<String, String> values) {
        this.values = values;
    }

    static Variables usual(Optional<Preset> preset) {
        return new Variables(preset.map(Preset::variables).orElse(Map.of()));
    }

    static Variables typed(Optional<Preset> preset, TypedForm typed) {
        Map<String, String> values = new LinkedHashMap<>(usual(preset).values);
        values.replaceAll((name, usual) -> typed.text(box(name)));
        return new Variables(values);
    }

    /** As they usually are, but for those that are given, by the names of their fields. */
    static Variables given(Optional<Preset> preset, Map<String, String> given) {
        Map<String, String> values = new LinkedHashMap<>(usual(preset).values);
        values.replaceAll((name, usual) -> given.getOrDefault(box(name), usual));
        return new Variables(values);
    }

    /** The form with its variables filled in; those that are wrong, or missing and needed, are problems. */
    ProviderForm fill(ProviderForm form, Problems problems) {
        values.forEach((name, value) -> {
            boolean needed = FILLED.stream().anyMatch(field -> form.text(field).contains("{" + name + "}"));
            if (needed && value.isEmpty()) problems.add(box(name), "provider.required", label(name));
            if (!value.matches("[A-Za-z0-9._~:/@-]{0,512}")) problems.add(box(name), "provider.url.form", label(name));
        });
        return problems.any() ? form : form.with(FILLED, this::filled);
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> one : values.entrySet()) filled = filled.replace("{" + one.getKey() + "}", one.getValue());
        return filled;
    }

    /** The names of its fields. */
    List<String> boxes() {
        return values.keySet().stream().map(Variables::box).toList();
    }

    List<Map<String, String>> shown() {
        return values.entrySet().stream().map(one -> Map.of("id", one.getKey(), "value", one.getValue())).toList();
    }

    static String box(String name) {
        return BOX + name;
    }

    /** The variable of a field; empty when it is another's. */
    static Optional<String> unboxed(String field) {
        return Optional.of(field).filter(one -> one.startsWith(BOX)).map(one -> one.substring(BOX.length()));
    }

    private static Label label(String name) {
        return new Label("preset.variable." + name);
    }
}

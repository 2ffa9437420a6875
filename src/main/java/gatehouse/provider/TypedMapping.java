package gatehouse.provider;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import gatehouse.web.Label;
import gatehouse.web.Problems;

/** Rules as a form has them: seven fields, and the same as seed 003's JSON object; where the object was changed, it wins. */
final class TypedMapping {

    private static final int LONGEST = 8192;

    private TypedMapping() {
    }

    static Map<String, String> shown(Mapping mapping) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Field field : Field.values()) shown.put(box(field.key()), mapping.rules().containsKey(field) ? mapping.rules().get(field).toString() : "");
        shown.put("rules", MappingText.inLines(mapping.toJson()));
        shown.put("rulesWas", shown.get("rules"));
        return shown;
    }

    /** @param saved what is fixed already: a type that stays keeps its rules */
    static Optional<Mapping> read(ProviderForm form, MappingType type, Optional<Mapping> saved, Problems problems) {
        if (!type.typed()) return Optional.of(saved.filter(fixed -> fixed.type() == type).orElseGet(() -> Mapping.usual(type)));
        boolean changed = !plain(form.text("rules")).equals(plain(form.text("rulesWas")));
        Optional<Mapping> read = changed ? problems.check("rules", () -> Mapping.parseJson(type, form.text("rules"))) : fields(form, type, problems);
        if (read.filter(mapping -> mapping.toJson().length() > LONGEST).isPresent()) problems.add("rules", "provider.mapping.too-long", LONGEST);
        return read;
    }

    private static Optional<Mapping> fields(ProviderForm form, MappingType type, Problems problems) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Field field : Field.values()) typed.put(field.key(), form.text(box(field.key())));
        Problems found = new Problems();
        Optional<Mapping> mapping = Mapping.parse(type, typed, found);
        found.byField().forEach((place, refusal) -> {
            String key = place.substring("mapping.".length());
            problems.add(box(key), Scrutiny.about(new Label("provider.field." + key), refusal));
        });
        return mapping;
    }

    private static String box(String key) {
        return "rule" + key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
    }

    /** A browser sends its own line ends. */
    private static String plain(String json) {
        return json.replace("\r\n", "\n").strip();
    }
}

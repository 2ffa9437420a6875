package gatehouse.provider;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import gatehouse.mapping.Field;
import gatehouse.mapping.Mapping;
import gatehouse.mapping.MappingText;
import gatehouse.mapping.MappingType;
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
        Optional<Mapping> read = changed(form) ? problems.check("rules", () -> Mapping.parseJson(type, form.text("rules"))) : fields(form, type, problems);
        if (read.filter(mapping -> mapping.toJson().length() > LONGEST).isPresent()) problems.add("rules", "provider.mapping.too-long", LONGEST);
        return read;
    }

    /** Each field's rules as text, before any is read; what is no rules object has none, and is a problem. */
    static Map<Field, String> texts(ProviderForm form, MappingType type, Optional<Mapping> saved, Problems problems) {
        Map<Field, String> texts = new EnumMap<>(Field.class);
        if (!type.typed()) read(form, type, saved, problems).ifPresent(fixed -> fixed.rules().forEach((field, rules) -> texts.put(field, rules.toString())));
        else if (!changed(form)) put(typed(form), texts);
        else problems.check("rules", () -> MappingText.read(form.text("rules"))).ifPresent(object -> put(object, texts));
        return texts;
    }

    private static void put(Map<String, String> typed, Map<Field, String> texts) {
        for (Field field : Field.values()) {
            Map<String, String> one = Map.of(field.key(), typed.getOrDefault(field.key(), ""));
            MappingText.rule(MappingType.CUSTOM, field, one).ifPresent(text -> texts.put(field, text));
        }
    }

    private static boolean changed(ProviderForm form) {
        return !plain(form.text("rules")).equals(plain(form.text("rulesWas")));
    }

    private static Map<String, String> typed(ProviderForm form) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Field field : Field.values()) typed.put(field.key(), form.text(box(field.key())));
        return typed;
    }

    private static Optional<Mapping> fields(ProviderForm form, MappingType type, Problems problems) {
        Map<String, String> typed = typed(form);
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

package gatehouse.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.account.Role;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Json;
import gatehouse.web.OneLine;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;

/** A provider's form as JSON: the same fields by the same rules; roles by their names, rules and dialect as objects, the secret only inwards. */
final class ProviderJson {

    private static final List<String> TEXTS = List.of("protocol", "name", "clientId", "secretExpires", "issuer", "authorizeUrl", "tokenUrl",
            "userInfoUrl", "organization", "application", "certificate", "scope", "authentication", "redirectStyle", "redirectUrl", "mappingType", "registration", "domains",
            "outgoingProxy", "caCertificate");
    private static final List<String> INWARDS = List.of("clientSecret", "iconUrl", "seen");
    private static final List<String> NUMBERS = List.of("deadline", "version");
    private static final List<String> OBJECTS = List.of("rules", "dialect");
    private static final String VARIABLES = "variables";
    private static final String SAMPLE = "sample";
    static final Set<String> FIELDS = Stream.of(TEXTS, INWARDS, NUMBERS, OBJECTS, List.of("slug", "preset", "pkce", "roles", SAMPLE)).flatMap(List::stream)
            .map(Envelope::snake).collect(Collectors.toUnmodifiableSet());
    /** Those of a provider to be added. */
    static final Set<String> FRESH = Stream.concat(FIELDS.stream(), Stream.of(VARIABLES)).collect(Collectors.toUnmodifiableSet());

    private ProviderJson() {
    }

    /** What a program sees of the form. @param known all roles */
    static Map<String, Object> shown(ProviderForm form, List<Role> known) {
        Map<String, Object> shown = new LinkedHashMap<>();
        TEXTS.forEach(field -> shown.put(Envelope.snake(field), form.text(field)));
        NUMBERS.forEach(field -> shown.put(field, form.text(field).isEmpty() ? null : Integer.valueOf(form.text(field))));
        OBJECTS.forEach(field -> shown.put(field, object(form.text(field))));
        shown.put("preset", form.text("preset"));
        shown.put("pkce", form.pkce());
        shown.put("roles", known.stream().filter(role -> form.roles().contains(Long.toString(role.id()))).map(Role::name).toList());
        return shown;
    }

    private static JsonNode object(String text) {
        return text.isEmpty() ? null : Json.read(text.getBytes(UTF_8));
    }

    /** What a preset leaves to be typed, as it usually is where nothing is given. @throws Refusal 400 for a variable that the preset does not have */
    static Variables variables(Optional<Preset> preset, Given given) {
        Map<String, String> typed = new HashMap<>();
        given.members(VARIABLES).forEach((name, value) -> {
            boolean known = preset.filter(picked -> picked.variables().containsKey(name)).isPresent();
            if (!known) throw new Refusal(400, "refused.json-unknown", VARIABLES + "." + OneLine.of(name, 40));
            typed.put(Variables.box(name), value);
        });
        return Variables.given(preset, typed);
    }

    /** A field as programs know it. */
    static String name(String field) {
        return Variables.unboxed(field).map(name -> VARIABLES + "." + name).orElse(field);
    }

    /** The form with what was given typed over it. @throws Refusal 400 for a field of the wrong type */
    static ProviderForm over(ProviderForm form, Given given, List<Role> known) {
        Map<String, List<String>> fields = new HashMap<>();
        form.shown().forEach((field, value) -> {
            if (value instanceof String text) fields.put(field, List.of(text));
        });
        Stream.concat(TEXTS.stream(), INWARDS.stream()).filter(field -> given.has(Envelope.snake(field)))
                .forEach(field -> fields.put(field, List.of(given.text(Envelope.snake(field)))));
        NUMBERS.forEach(field -> given.digits(field).ifPresent(digits -> fields.put(field, List.of(digits))));
        OBJECTS.forEach(field -> given.object(field).ifPresent(text -> fields.put(field, List.of(text))));
        fields.put(SAMPLE, List.of(given.object(SAMPLE).orElse("")));
        fields.put("pkce", given.flag("pkce", form.pkce()) ? List.of("true") : List.of());
        fields.put("roles", given.has("roles") ? ids(given.texts("roles"), known) : form.roles());
        return ProviderForm.of(TypedForm.of(fields));
    }

    /** A name that no role has stays, and is refused like any other that is not to be granted. */
    private static List<String> ids(List<String> names, List<Role> known) {
        Set<String> ids = new LinkedHashSet<>();
        for (String name : names) ids.add(known.stream().filter(role -> role.name().equals(name)).map(role -> Long.toString(role.id())).findFirst().orElse(name));
        return new ArrayList<>(ids);
    }
}

package gatehouse.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.account.Role;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Json;
import gatehouse.web.TypedForm;

/** A provider's form as JSON: the same fields by the same rules; roles by their names, rules and dialect as objects, the secret only inwards. */
final class ProviderJson {

    private static final List<String> TEXTS = List.of("protocol", "name", "clientId", "secretExpires", "issuer", "authorizeUrl", "tokenUrl",
            "userInfoUrl", "organization", "application", "certificate", "scope", "authentication", "redirectStyle", "redirectUrl", "mappingType", "registration", "domains");
    private static final List<String> INWARDS = List.of("clientSecret", "iconUrl", "seen");
    private static final List<String> NUMBERS = List.of("deadline", "version");
    private static final List<String> OBJECTS = List.of("rules", "dialect");
    static final Set<String> FIELDS = Stream.of(TEXTS, INWARDS, NUMBERS, OBJECTS, List.of("slug", "preset", "pkce", "roles")).flatMap(List::stream)
            .map(Envelope::snake).collect(Collectors.toUnmodifiableSet());

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

    /** The form with what was given typed over it. @throws gatehouse.web.Refusal 400 for a field of the wrong type or an unknown one */
    static ProviderForm over(ProviderForm form, Given given, List<Role> known) {
        given.only(FIELDS);
        Map<String, List<String>> fields = new HashMap<>();
        form.shown().forEach((field, value) -> {
            if (value instanceof String text) fields.put(field, List.of(text));
        });
        Stream.concat(TEXTS.stream(), INWARDS.stream()).filter(field -> given.has(Envelope.snake(field)))
                .forEach(field -> fields.put(field, List.of(given.text(Envelope.snake(field)))));
        NUMBERS.forEach(field -> given.digits(field).ifPresent(digits -> fields.put(field, List.of(digits))));
        OBJECTS.forEach(field -> given.object(field).ifPresent(text -> fields.put(field, List.of(text))));
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

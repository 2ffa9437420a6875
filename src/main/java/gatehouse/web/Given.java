package gatehouse.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/** The JSON a program sent, at most 64 KB where nothing else is said. A field of the wrong type is refused by its name (400); null is the same as left out. */
public final class Given {

    static final int LONGEST = 64 * 1024;
    private final JsonNode node;

    private Given(JsonNode node) {
        this.node = node;
    }

    /** @param most bytes; more than usual lets strings be longer too. @throws Refusal 400 when it is no JSON within the limits, 413 when it is longer */
    static Given read(byte[] body, int most) {
        if (body.length > most) throw new Refusal(413, "refused.json-large", most / 1024);
        try {
            return new Given(most > LONGEST ? Json.file(body) : Json.read(body));
        } catch (Json.Malformed malformed) {
            throw new Refusal(400, "refused.json");
        }
    }

    /** The objects of an array. @throws Refusal 400 when it is none, or has more than 100 */
    public List<Given> items() {
        if (!node.isArray() || node.size() > 100) throw new Refusal(400, "refused.json-array");
        List<Given> items = new ArrayList<>();
        node.forEach(item -> items.add(new Given(item)));
        return items;
    }

    public boolean has(String field) {
        return find(field).isPresent();
    }

    /** @throws Refusal 400 when it is missing or no text */
    public String text(String field) {
        return find(field).map(value -> text(field, value)).orElseThrow(() -> new Refusal(400, "refused.json-missing", field));
    }

    public String text(String field, String otherwise) {
        return find(field).map(value -> text(field, value)).orElse(otherwise);
    }

    public boolean flag(String field, boolean otherwise) {
        return find(field).map(value -> {
            if (!value.isBoolean()) throw wrong(field, "true, false");
            return value.booleanValue();
        }).orElse(otherwise);
    }

    /** A whole number; as text in the same digits. */
    public Optional<String> digits(String field) {
        return find(field).map(value -> {
            if (!value.isIntegralNumber()) throw wrong(field, "1, 2, …");
            return value.bigIntegerValue().toString();
        });
    }

    /** Which row is meant, by the field id; 0, which none has, for a number that none could have. @throws Refusal 400 when it is missing or no whole number */
    public long id() {
        String digits = digits("id").orElseThrow(() -> new Refusal(400, "refused.json-missing", "id"));
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }

    /** A list of texts; empty when the field is left out. */
    public List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        find(field).ifPresent(value -> {
            if (!value.isArray()) throw wrong(field, "[\"…\"]");
            value.forEach(one -> texts.add(text(field, one)));
        });
        return texts;
    }

    /** A list of whole numbers from 0 to 9999; empty when the field is left out. */
    public List<Integer> numbers(String field) {
        List<Integer> numbers = new ArrayList<>();
        find(field).ifPresent(value -> {
            if (!value.isArray()) throw wrong(field, "[1]");
            value.forEach(one -> numbers.add(number(field, one)));
        });
        return numbers;
    }

    private static int number(String field, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > 9999) throw wrong(field, "[1]");
        return value.intValue();
    }

    /** Bytes in Base64 (RFC 4648 section 4); empty when the field is left out. */
    public Optional<byte[]> bytes(String field) {
        return find(field).map(value -> {
            try {
                return Base64.getDecoder().decode(text(field, value));
            } catch (IllegalArgumentException notBase64) {
                throw wrong(field, "\"UE5H…\"");
            }
        });
    }

    /** A field that holds an object whose members are texts; empty when it is left out. */
    public Map<String, String> members(String field) {
        Map<String, String> members = new LinkedHashMap<>();
        find(field).ifPresent(value -> {
            if (!value.isObject()) throw wrong(field, "{\"…\": \"…\"}");
            value.properties().forEach(member -> members.put(member.getKey(), text(field, member.getValue())));
        });
        return members;
    }

    /** A field that holds an object of its own, as JSON text. */
    public Optional<String> object(String field) {
        return find(field).map(value -> {
            if (!value.isObject()) throw wrong(field, "{…}");
            return value.toString();
        });
    }

    /** @throws Refusal 400 when there is any other field: a mistyped name must not be taken for a wish that was not made */
    public void only(Set<String> known) {
        find("");
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) throw new Refusal(400, "refused.json-unknown", name.length() <= 40 ? name : name.substring(0, 40));
        });
    }

    private Optional<JsonNode> find(String field) {
        if (!node.isObject()) throw new Refusal(400, "refused.json-object");
        return Optional.ofNullable(node.get(field)).filter(value -> !value.isNull());
    }

    private static String text(String field, JsonNode value) {
        if (!value.isTextual()) throw wrong(field, "\"…\"");
        return value.textValue();
    }

    private static Refusal wrong(String field, String example) {
        return new Refusal(400, "refused.json-type", field, example);
    }
}

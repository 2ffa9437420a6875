package gatehouse.mapping;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import gatehouse.web.Problems;
import gatehouse.web.Refusal;

/** A mapping as it is typed and kept: seed 003's JSON object of rules, and what is wrong with it, naming the key. */
public final class MappingText {

    private static final int LONGEST = 10_000;
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private MappingText() {
    }

    public static Map<String, String> read(String json) {
        JsonNode rules = object(json);
        Map<String, String> texts = new LinkedHashMap<>();
        rules.properties().forEach(member -> {
            if (Field.ofKey(member.getKey()).isEmpty()) throw unknown(member.getKey());
            if (!member.getValue().isTextual()) throw Refusal.invalid("provider.mapping.not-text", member.getKey());
            texts.put(member.getKey(), member.getValue().textValue());
        });
        return texts;
    }

    private static JsonNode object(String json) {
        if (json.length() > LONGEST) throw Refusal.invalid("provider.mapping.not-object");
        try {
            JsonNode read = JSON.readTree(json);
            if (!read.isObject()) throw Refusal.invalid("provider.mapping.not-object");
            return read;
        } catch (JsonProcessingException malformed) {
            throw Refusal.invalid("provider.mapping.not-object");
        }
    }

    static String write(Map<String, String> texts) {
        return JSON.valueToTree(texts).toString();
    }

    /** The same object, a member a line. */
    public static String inLines(String json) {
        return object(json).toPrettyString().replace("\r\n", "\n");
    }

    /** The text to read as this field's rules; empty when the field is not read. */
    public static Optional<String> rule(MappingType type, Field field, Map<String, String> typed) {
        String text = typed.get(field.key());
        boolean usual = text == null || text.isBlank() && field == Field.SUBJECT;
        return usual ? type.usual(field) : Optional.of(text).filter(given -> !given.isBlank());
    }

    static void checkMayBeAbsent(MappingType type, Field field, Problems problems) {
        if (type.requires(field)) problems.add("mapping." + field.key(), "provider.mapping.required", field.key());
    }

    static Refusal unknown(String key) {
        return Refusal.invalid("provider.mapping.unknown-key", key.length() <= 40 ? key : key.substring(0, 40));
    }

    /** A rule's own refusal tells a position; outside a form it must tell the key, too. */
    static Refusal naming(String field, Refusal refusal) {
        boolean ofRule = refusal.key().startsWith("provider.rule.");
        return ofRule ? Refusal.invalid("provider.mapping.rule", field.replace("mapping.", ""), refusal.arguments()[0]) : refusal;
    }
}

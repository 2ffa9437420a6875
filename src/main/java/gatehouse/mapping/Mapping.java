package gatehouse.mapping;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.web.Problems;
import gatehouse.web.Refusal;

/** The rules by which a provider's answer is read, one {@link Rules} for each field that is read; the subject always is. */
public record Mapping(MappingType type, Map<Field, Rules> rules) {

    public Mapping {
        rules = Collections.unmodifiableMap(new EnumMap<>(rules));
    }

    /** The rules that a type brings along. */
    public static Mapping usual(MappingType type) {
        return parse(type, Map.of());
    }

    /** As {@link #parse(MappingType, Map, Problems)}; the first thing wrong is thrown, naming the key. */
    public static Mapping parse(MappingType type, Map<String, String> typed) {
        Problems problems = new Problems();
        Optional<Mapping> mapping = parse(type, typed, problems);
        problems.byField().forEach((field, refusal) -> {
            throw MappingText.naming(field, refusal);
        });
        return mapping.orElseThrow();
    }

    /**
     * Reads typed rules by key ("name", "email", …). An absent key takes the type's usual rule; a blank one reads nothing, but for the
     * subject, which takes the usual rule, and required fields, which are refused. Problems stand at "mapping.name" and so on.
     */
    public static Optional<Mapping> parse(MappingType type, Map<String, String> typed, Problems problems) {
        typed.keySet().stream().filter(key -> Field.ofKey(key).isEmpty()).forEach(key -> problems.add("mapping", MappingText.unknown(key)));
        Map<Field, Rules> rules = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            MappingText.rule(type, field, typed).ifPresentOrElse(
                    text -> problems.check("mapping." + field.key(), () -> Rules.of(text)).ifPresent(read -> rules.put(field, read)),
                    () -> MappingText.checkMayBeAbsent(type, field, problems));
        }
        return problems.any() ? Optional.empty() : Optional.of(new Mapping(type, rules));
    }

    /** Seed 003's rules object for a CUSTOM mapping. */
    public static Mapping parseJson(String json) {
        return parseJson(MappingType.CUSTOM, json);
    }

    /** A rules object, also as {@link #toJson} wrote it: absent fields are not read, but the subject takes the usual rule. */
    public static Mapping parseJson(MappingType type, String json) {
        Map<String, String> typed = new LinkedHashMap<>(MappingText.read(json));
        for (Field field : Field.values()) typed.putIfAbsent(field.key(), "");
        return parse(type, typed);
    }

    public String toJson() {
        Map<String, String> texts = new LinkedHashMap<>();
        rules.forEach((field, read) -> texts.put(field.key(), read.toString()));
        return MappingText.write(texts);
    }

    /** Follows every rule; nothing is thrown for what is missing. */
    public Reading read(ObjectNode answer) {
        Map<Field, Finding> findings = new EnumMap<>(Field.class);
        rules.forEach((field, read) -> findings.put(field, read.find(answer)));
        return new Reading(findings, verified(findings.get(Field.EMAIL), answer));
    }

    private static boolean verified(Finding email, JsonNode answer) {
        return email instanceof Hit hit && hit.rule().verified(answer);
    }

    /** The person in a reading. @throws Refusal (502) when there is no subject to know them by */
    public ExternalProfile profile(Reading reading) {
        return reading.profile();
    }

    /** Whether the subject is something people can change, such as a name or an e-mail address: then another can become them. */
    public boolean mutableSubject() {
        return rules.get(Field.SUBJECT).mutable();
    }

    /** Whether that rule is one of those that tell the subject. */
    public boolean mayAnswer(Rule rule) {
        return rules.get(Field.SUBJECT).all().contains(rule);
    }

    /** Whether one rule alone tells the subject, so that nobody is known by two. */
    public boolean settled() {
        return rules.get(Field.SUBJECT).all().size() == 1;
    }

    /** The same, with that rule alone for the subject. */
    public Mapping settled(Rule answered) {
        Map<Field, Rules> fixed = new EnumMap<>(rules);
        fixed.put(Field.SUBJECT, new Rules(List.of(answered)));
        return new Mapping(type, fixed);
    }
}

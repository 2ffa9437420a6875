package gatehouse.mapping;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

import gatehouse.web.Problems;
import gatehouse.web.Refusal;

/**
 * Typed rules tried on a sample, each by itself: a wrong one does not keep the others from being followed.
 *
 * @param texts   the rules as typed, by field
 * @param wrong   why a field's rules are no rules, or are missing
 * @param reading what the others found
 */
public record Trying(MappingType type, Map<Field, String> texts, Map<Field, Refusal> wrong, Reading reading) {

    public static Trying of(MappingType type, Map<Field, String> texts, Sample sample) {
        Map<Field, Rules> rules = new EnumMap<>(Field.class);
        Problems problems = new Problems();
        texts.forEach((field, text) -> problems.check(field.name(), () -> Rules.of(text)).ifPresent(read -> rules.put(field, read)));
        Map<Field, Refusal> wrong = new EnumMap<>(Field.class);
        problems.byField().forEach((field, refusal) -> wrong.put(Field.valueOf(field), refusal));
        for (Field field : Field.values()) {
            if (type.requires(field) && !texts.containsKey(field)) wrong.put(field, Refusal.invalid("provider.mapping.required", field.key()));
        }
        return new Trying(type, texts, wrong, new Mapping(type, rules).read(sample.answer()));
    }

    public boolean required(Field field) {
        return field == Field.SUBJECT || type.requires(field);
    }

    /** Whether a value was found that is then not taken: no e-mail address, no https address of a picture, no fit subject. */
    public Optional<Refusal> unfit(Field field) {
        return switch (field) {
            case SUBJECT -> unfitSubject();
            case EMAIL -> reading.email().isPresent() ? Optional.empty() : Optional.of(Refusal.invalid("provider.tester.no-email"));
            case AVATAR -> reading.avatar().isPresent() ? Optional.empty() : Optional.of(Refusal.invalid("provider.tester.no-picture"));
            case USERNAME, NICKNAME, PHONE, DESCRIPTION -> Optional.empty();
        };
    }

    private Optional<Refusal> unfitSubject() {
        try {
            reading.subject();
            return Optional.empty();
        } catch (Refusal unfit) {
            return Optional.of(unfit);
        }
    }
}

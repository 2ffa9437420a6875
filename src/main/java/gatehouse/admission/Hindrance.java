package gatehouse.admission;

import java.util.Optional;

import gatehouse.mapping.Field;

/** Why somebody unknown here is not registered. */
public enum Hindrance {

    /** Auto register is off. */
    CLOSED(null),
    /** The provider registers nobody, or not this person. */
    NOT_AMONG_THEM(null),
    NO_USERNAME(Field.USERNAME), NO_EMAIL(Field.EMAIL);

    private final Field lacking;

    Hindrance(Field lacking) {
        this.lacking = lacking;
    }

    static Hindrance lacking(Field field) {
        return field == Field.EMAIL ? NO_EMAIL : NO_USERNAME;
    }

    /** The field that the provider's answer has no usable value for. */
    public Optional<Field> lacking() {
        return Optional.ofNullable(lacking);
    }
}

package gatehouse.mapping;

import java.util.Arrays;
import java.util.Optional;

/** What a mapping takes from a provider's answer; {@code key} is its name in seed 003's rules object. */
public enum Field {

    SUBJECT("subject"), USERNAME("name"), EMAIL("email"), NICKNAME("nickname"), PHONE("phone"), AVATAR("avatar"), DESCRIPTION("description");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }

    /** The message key of its label. */
    public String label() {
        return "provider.field." + key;
    }

    static Optional<Field> ofKey(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}

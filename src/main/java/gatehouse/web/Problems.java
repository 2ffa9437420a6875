package gatehouse.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What is wrong with a form: at most one refusal for each field, in the order they were found. */
public class Problems {

    private final Map<String, Refusal> byField = new LinkedHashMap<>();

    public void add(String field, Refusal refusal) {
        byField.putIfAbsent(field, refusal);
    }

    public void add(String field, String key, Object... arguments) {
        add(field, Refusal.invalid(key, arguments));
    }

    /** Makes a value whose constructor may refuse (422); a refusal is kept as this field's problem. */
    public <T> Optional<T> check(String field, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (Refusal refused) {
            if (refused.status() != 422) throw refused;
            add(field, refused);
            return Optional.empty();
        }
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    public Map<String, Refusal> byField() {
        return Collections.unmodifiableMap(byField);
    }
}

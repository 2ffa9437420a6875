package gatehouse.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What is wrong with a form: at most one refusal for each field, in the order they were found. */
public class Problems {

    /** A rule about what was typed; too long, or of a kind that is not taken, for a file. */
    private static final Set<Integer> TYPED = Set.of(422, 413, 415);
    private final Map<String, Refusal> byField = new LinkedHashMap<>();

    public void add(String field, Refusal refusal) {
        byField.putIfAbsent(field, refusal);
    }

    public void add(String field, String key, Object... arguments) {
        add(field, Refusal.invalid(key, arguments));
    }

    /** Makes a value whose constructor may refuse (422, for a file also 413 and 415); a refusal is kept as this field's problem. */
    public <T> Optional<T> check(String field, Supplier<T> value) {
        try {
            return Optional.of(value.get());
        } catch (Refusal refused) {
            if (!TYPED.contains(refused.status())) throw refused;
            add(field, refused);
            return Optional.empty();
        }
    }

    /** The same, in the order of the page; what it does not name comes last. */
    public Problems inOrder(List<String> fields) {
        Problems ordered = new Problems();
        fields.stream().filter(byField::containsKey).forEach(field -> ordered.add(field, byField.get(field)));
        byField.forEach(ordered::add);
        return ordered;
    }

    /** The status that all of them have; 422 when they differ. */
    int status() {
        Set<Integer> all = byField.values().stream().map(Refusal::status).collect(Collectors.toSet());
        return all.size() == 1 ? all.iterator().next() : 422;
    }

    /** The same problems under the names by which programs know the fields. */
    public Problems renamed(UnaryOperator<String> name) {
        Problems renamed = new Problems();
        byField.forEach((field, refusal) -> renamed.add(name.apply(field), refusal));
        return renamed;
    }

    public boolean any() {
        return !byField.isEmpty();
    }

    public Map<String, Refusal> byField() {
        return Collections.unmodifiableMap(byField);
    }
}

package gatehouse.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import gatehouse.account.Account;
import gatehouse.account.Permissions;

/** Two administrators changed one account: what each field was, what was typed, and what is saved. Nothing typed is lost, nothing saved is undone unasked. */
record Conflict(UserForm typed, Permissions chosen, UserForm saved) {

    static Conflict of(UserForm typed, Permissions chosen, Account account) {
        return new Conflict(typed, chosen, UserForm.of(account));
    }

    /** The fields that are not alike. {@code kind}: who changed it since the form was opened. */
    List<Map<String, String>> rows() {
        return names().filter(field -> !yours(field).equals(saved(field)))
                .map(field -> Map.of("id", field, "was", was(field), "yours", yours(field), "saved", saved(field), "kind", kind(field))).toList();
    }

    private String kind(String field) {
        if (yours(field).equals(was(field))) return "theirs";
        return saved(field).equals(was(field)) ? "yours" : "both";
    }

    /** The form to go on with: what was typed, and what the other saved where nothing was typed. */
    UserForm merged() {
        Map<String, String> texts = new LinkedHashMap<>();
        UserForm.FIELDS.forEach(field -> texts.put(field, kind(field).equals("theirs") ? saved(field) : yours(field)));
        Permissions permissions = kind(UserForm.PERMISSION).equals("theirs") ? saved.choice().shown() : chosen;
        return UserForm.of(texts, permissions, saved.version(), saved.was());
    }

    private static Stream<String> names() {
        return Stream.concat(UserForm.FIELDS.stream(), Stream.of(UserForm.PERMISSION));
    }

    private String was(String field) {
        return typed.was().getOrDefault(field, "");
    }

    private String yours(String field) {
        return UserForm.values(typed.texts(), chosen).get(field);
    }

    private String saved(String field) {
        return saved.was().get(field);
    }
}

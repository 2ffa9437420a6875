package gatehouse.people;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import gatehouse.account.Account;
import gatehouse.account.BasePath;
import gatehouse.account.EmailAddress;
import gatehouse.account.Particulars;
import gatehouse.account.PermissionChoice;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;

/**
 * What was typed about an account, or what is saved, as its form shows it.
 *
 * @param texts  the fields by name
 * @param choice the permissions
 * @param was    the fields as the form showed them, to tell what was typed from what was left alone
 */
record UserForm(Map<String, String> texts, PermissionChoice choice, int version, Map<String, String> was) {

    static final String PERMISSION = "permission";
    static final List<String> FIELDS = List.of("username", "basePath", "nickname", "email", "phone", "description");

    static UserForm typed(TypedForm typed, Permissions saved) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, String> was = new HashMap<>();
        for (String field : FIELDS) {
            texts.put(field, typed.text(field));
            was.put(field, typed.text("was-" + field));
        }
        was.put(PERMISSION, typed.text("permissionWas"));
        return new UserForm(texts, PermissionChoice.of(typed, saved), version(typed), was);
    }

    /** The version that the form was made from; a forged one is nobody's. */
    static int version(TypedForm typed) {
        String version = typed.text("version");
        return version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1;
    }

    static UserForm of(Account account) {
        Person person = account.person();
        Map<String, String> texts = new LinkedHashMap<>(Map.of("username", account.username(), "basePath", account.basePath().value(),
                "nickname", person.nickname(), "email", person.email(), "phone", person.phone(), "description", person.description()));
        return of(texts, account.ownPermissions(), account.version(), values(texts, account.ownPermissions()));
    }

    static UserForm of(Map<String, String> texts, Permissions permissions, int version, Map<String, String> was) {
        return new UserForm(texts, PermissionChoice.of(permissions), version, was);
    }

    /** For an account that is to be added. */
    static UserForm fresh(BasePath directory, Permissions permissions) {
        Map<String, String> texts = new LinkedHashMap<>();
        FIELDS.forEach(field -> texts.put(field, ""));
        texts.put("basePath", directory.value());
        return of(texts, permissions, 0, Map.of());
    }

    /** The fields and the permission sum by their names. */
    static Map<String, String> values(Map<String, String> texts, Permissions permissions) {
        Map<String, String> all = new LinkedHashMap<>(texts);
        all.put(PERMISSION, Integer.toString(permissions.sum()));
        return all;
    }

    /**
     * The values, each checked by its own rule; empty when one of them is refused. What is saved already passes.
     *
     * @param path the rule of the directory
     */
    Optional<Particulars> wish(Person saved, Function<String, BasePath> path, Problems problems) {
        Optional<Username> name = problems.check("username", () -> Username.of(text("username")));
        Optional<BasePath> directory = problems.check("basePath", () -> path.apply(text("basePath")));
        Optional<Permissions> permissions = problems.check("permissionSum", choice::chosen);
        Optional<Person> person = person(saved, problems);
        if (problems.any()) return Optional.empty();
        return Optional.of(new Particulars(name.orElseThrow(), directory.orElseThrow(), permissions.orElseThrow(), person.orElseThrow()));
    }

    private Optional<Person> person(Person saved, Problems problems) {
        if (!text("email").isEmpty() && !text("email").equals(saved.email())) problems.check("email", () -> new EmailAddress(text("email")));
        Optional<Person> named = problems.check("nickname", () -> saved.typed(text("nickname"), text("email")));
        Optional<Person> phoned = named.flatMap(person -> problems.check("phone", () -> person.withPhone(text("phone"))));
        return phoned.flatMap(person -> problems.check("description", () -> person.withDescription(text("description"))));
    }

    private String text(String field) {
        return texts.get(field);
    }

    Map<String, Object> shown() {
        Optional<Permissions> chosen = new Problems().check(PERMISSION, choice::chosen);
        Map<String, Object> all = new LinkedHashMap<>(texts);
        all.put(PERMISSION, chosen.orElseGet(choice::ticked).sum());
        all.put("permissionSum", chosen.map(sum -> Integer.toString(sum.sum())).orElse(choice.number()));
        all.put("version", version);
        all.put("was", was);
        return all;
    }
}

package gatehouse.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.account.Account;
import gatehouse.account.BasePath;
import gatehouse.account.Particulars;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.account.Username;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;
import org.junit.jupiter.api.Test;

class UserFormTest {

    private static UserForm typed(int saved, String... fields) {
        Map<String, String> all = new HashMap<>(Map.of("username", "anyi", "basePath", "/", "permissionSum", Integer.toString(saved), "permissionWas", Integer.toString(saved), "version", "3"));
        for (int i = 0; i < fields.length; i += 2) all.put(fields[i], fields[i + 1]);
        String body = all.entrySet().stream().map(one -> one.getKey() + "=" + java.net.URLEncoder.encode(one.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
        return UserForm.typed(TypedForm.read("application/x-www-form-urlencoded", body.getBytes()), Permissions.imported(saved));
    }

    private static Set<String> problems(UserForm form) {
        Problems problems = new Problems();
        form.wish(Person.UNKNOWN, BasePath::ofOne, problems);
        return problems.byField().keySet();
    }

    @Test
    void every_mistake_is_named_by_its_field_and_what_was_typed_is_kept() {
        UserForm form = typed(0, "username", "a/b", "basePath", "/home/{username}", "email", "nonsense", "nickname", "n".repeat(256), "permissionSum", "99999");
        assertEquals(Set.of("username", "basePath", "email", "nickname", "permissionSum"), problems(form));
        assertEquals("99999", form.shown().get("permissionSum"));
        assertEquals("nonsense", form.shown().get("email"));
        assertEquals(Set.of("phone"), problems(typed(0, "phone", "1".repeat(65))));
        assertEquals(Set.of("description"), problems(typed(0, "description", "x".repeat(1025))));
        assertEquals(Set.of("username", "basePath"), problems(typed(0, "username", "", "basePath", "home")));
    }

    @Test
    void a_value_that_is_saved_passes_though_nobody_could_type_it() {
        Person odd = new Person("", "not an address", true, "", "", "https://a.example/x.png");
        Particulars wish = typed(0, "email", "not an address", "nickname", "New").wish(odd, BasePath::ofOne, new Problems()).orElseThrow();
        assertTrue(wish.person().emailVerified());
        assertEquals("https://a.example/x.png", wish.person().avatar());
        assertFalse(typed(0, "email", "other@example.com").wish(odd, BasePath::ofOne, new Problems()).orElseThrow().person().emailVerified());
    }

    @Test
    void higher_imported_bits_stay_and_are_not_added() {
        assertEquals(16384 + 8, typed(16384 + 8, "permission", "8").wish(Person.UNKNOWN, BasePath::ofOne, new Problems()).orElseThrow().permissions().sum());
        assertEquals(16384, typed(16384, "permissionWas", "16384").wish(Person.UNKNOWN, BasePath::ofOne, new Problems()).orElseThrow().permissions().sum());
        assertEquals(Set.of("permissionSum"), problems(typed(8, "permissionSum", "16392")));
    }

    @Test
    void a_forged_version_is_nobodys() {
        assertEquals(-1, typed(0, "version", "x").version());
        assertEquals(3, typed(0).version());
    }

    @Test
    void when_somebody_was_quicker_each_field_shows_three_values_and_nothing_typed_is_lost() {
        Account saved = new Account(Username.of("anyi"), new BasePath("/theirs"), Permissions.imported(8), new Person("", "theirs@example.com", false, "", "", ""), Instant.EPOCH);
        UserForm form = typed(0, "basePath", "/mine", "was-basePath", "/", "nickname", "Mine", "was-nickname", "", "was-email", "", "was-username", "anyi");
        Conflict conflict = Conflict.of(form, Permissions.NONE, saved);
        assertEquals(List.of(Map.of("id", "basePath", "was", "/", "yours", "/mine", "saved", "/theirs", "kind", "both"),
                Map.of("id", "nickname", "was", "", "yours", "Mine", "saved", "", "kind", "yours"),
                Map.of("id", "email", "was", "", "yours", "", "saved", "theirs@example.com", "kind", "theirs"),
                Map.of("id", "permission", "was", "0", "yours", "0", "saved", "8", "kind", "theirs")), conflict.rows());
        Map<String, Object> merged = conflict.merged().shown();
        assertEquals(List.of("/mine", "Mine", "theirs@example.com", 8), List.of(merged.get("basePath"), merged.get("nickname"), merged.get("email"), merged.get("permission")));
        assertEquals(Optional.of(saved.version()), Optional.of(merged.get("version")));
    }
}

package gatehouse.people;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.account.Permissions;
import gatehouse.account.Role;
import gatehouse.web.Envelope;
import gatehouse.web.Given;
import gatehouse.web.Refusal;
import gatehouse.web.TypedForm;

/**
 * An account as AList's programs send it, read by the rules of its page. What they send along and means nothing here is passed over;
 * what would be a wish that is not granted so is refused.
 */
final class UserJson {

    private UserJson() {
    }

    /** The form with what was given typed over it. @param sum the permission sum that stays when none is given */
    static UserForm over(UserForm form, Given given, Permissions sum) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        UserForm.FIELDS.forEach(field -> fields.put(field, List.of(given.text(Envelope.snake(field), form.texts().get(field)))));
        fields.put("permission", sum.ticked().stream().map(one -> Integer.toString(one.bit())).toList());
        fields.put("permissionSum", List.of(given.digits("permission").orElse(Integer.toString(sum.sum()))));
        fields.put("permissionWas", List.of(Integer.toString(sum.sum())));
        fields.put("version", List.of(given.digits("version").orElse(Integer.toString(form.version()))));
        return UserForm.typed(TypedForm.of(fields), sum);
    }

    /** The ids of the roles by hand that were named; empty when none were. @throws Refusal 422 for a name that no role has */
    static Optional<List<Long>> roles(Given given, List<Role> known) {
        if (!given.has("roles")) return Optional.empty();
        return Optional.of(given.texts("roles").stream().map(name -> id(name, known)).toList());
    }

    private static Long id(String name, List<Role> known) {
        return known.stream().filter(role -> role.name().equals(name)).map(Role::id).findFirst().orElseThrow(() -> Refusal.invalid("user.api.role-unknown"));
    }

    /**
     * @param subject what the account is known by, empty for none
     * @param role    AList's number for it
     * @throws Refusal 400 for a password, and for a subject or a number other than these
     */
    static void refuseWishes(Given given, String subject, int role) {
        if (!given.text("password", "").isEmpty()) throw new Refusal(400, "refused.user-password");
        if (!List.of("", subject).contains(given.text("sso_id", ""))) throw new Refusal(400, "refused.sso-id");
        String number = Integer.toString(role);
        if (!given.digits("role").orElse(number).equals(number)) throw new Refusal(400, "refused.user-role");
    }
}

package gatehouse.mapping;

import static gatehouse.mapping.Field.AVATAR;
import static gatehouse.mapping.Field.DESCRIPTION;
import static gatehouse.mapping.Field.EMAIL;
import static gatehouse.mapping.Field.NICKNAME;
import static gatehouse.mapping.Field.PHONE;
import static gatehouse.mapping.Field.SUBJECT;
import static gatehouse.mapping.Field.USERNAME;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How a provider's answer is read when nobody wrote rules, and what it must give before a person can be registered. */
public enum MappingType {

    /** docs.github.com/rest/users; the answer of /user/emails stands in the member {@code emails}. */
    GITHUB(Set.of(USERNAME), Map.of(SUBJECT, "$.id", USERNAME, "$.login", NICKNAME, "$.name", AVATAR, "$.avatar_url", DESCRIPTION, "$.bio",
            EMAIL, "$.emails[?(@.primary==true && @.verified==true)].email else $.email")),

    /** open.larksuite.com authen/v1/user_info, in its envelope. */
    LARK(Set.of(USERNAME), Map.of(SUBJECT, "$.data.union_id else $.data.open_id", USERNAME, "$.data.name", NICKNAME, "$.data.en_name",
            EMAIL, "$.data.enterprise_email else $.data.email", PHONE, "$.data.mobile", AVATAR, "$.data.avatar_url")),

    /** The standard claims, OpenID Connect Core 1.0 section 5.1. */
    OIDC(Set.of(USERNAME), Map.of(SUBJECT, "$.sub", USERNAME, "$.preferred_username else $.nickname else $.name else $.email",
            EMAIL, "$.email", NICKNAME, "$.name", PHONE, "$.phone_number", AVATAR, "$.picture")),

    /** The rules of a preset, typed over or not; many of those providers know no e-mail. */
    PRESET(Set.of(USERNAME), Map.of(SUBJECT, "$.sub else $.id", USERNAME, "$.name", EMAIL, "$.email",
            NICKNAME, "$.preferred_username", PHONE, "$.phone", AVATAR, "$.picture")),
    /** Seed 004's answer and its like. */
    CUSTOM(Set.of(USERNAME, EMAIL), Map.of(SUBJECT, "$.sub else $.id", USERNAME, "$.name", EMAIL, "$.email",
            NICKNAME, "$.preferred_username", PHONE, "$.phone", AVATAR, "$.picture"));

    private final Set<Field> required;
    private final Map<Field, String> usual;

    MappingType(Set<Field> required, Map<Field, String> usual) {
        this.required = required;
        this.usual = usual;
    }

    /** Whether its rules are typed; the others' are as they are. */
    public boolean typed() {
        return this == CUSTOM || this == PRESET;
    }

    /** Without which nobody is registered; a bound person needs only the subject. */
    public boolean requires(Field field) {
        return required.contains(field);
    }

    /** The first field that is required and that this person lacks. */
    public Optional<Field> lacking(ExternalProfile profile) {
        if (requires(USERNAME) && profile.username().isEmpty()) return Optional.of(USERNAME);
        return requires(EMAIL) && profile.email().isEmpty() ? Optional.of(EMAIL) : Optional.empty();
    }

    /** The rule as text that is used, and prefilled, when none is typed; empty when the field is not usually read. */
    public Optional<String> usual(Field field) {
        return Optional.ofNullable(usual.get(field));
    }
}

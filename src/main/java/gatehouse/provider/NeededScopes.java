package gatehouse.provider;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import gatehouse.admission.Registration;
import gatehouse.connection.Protocol;
import gatehouse.mapping.Field;
import gatehouse.mapping.MappingType;

/** Which scope a mapping needs before its answers hold what it reads (OpenID Connect Core section 5.4; GitHub's "Scopes for OAuth apps"). */
final class NeededScopes {

    private static final List<String> NAMES = List.of("preferred_username", "nickname", "name");

    private NeededScopes() {
    }

    /** The first one that is not asked for; with every sign-in at an OpenID Connect provider, openid is. */
    static Optional<String> lacking(Draft draft) {
        boolean standard = draft.destination().protocol() == Protocol.OIDC || draft.mapping().type() == MappingType.OIDC;
        if (standard) return Stream.of("openid", "email", "profile").filter(scope -> needs(draft, scope) && !asked(draft, scope)).findFirst();
        boolean github = draft.mapping().type() == MappingType.GITHUB && wantsEmail(draft);
        return github && !asked(draft, "user:email") && !asked(draft, "user") ? Optional.of("user:email") : Optional.empty();
    }

    private static boolean needs(Draft draft, String scope) {
        return switch (scope) {
            case "openid" -> draft.destination().protocol() == Protocol.OAUTH2;
            case "email" -> wantsEmail(draft) && rule(draft, Field.EMAIL).contains("email");
            default -> NAMES.stream().anyMatch(name -> rule(draft, Field.USERNAME).endsWith("." + name));
        };
    }

    /** Without an e-mail nobody would be registered. */
    private static boolean wantsEmail(Draft draft) {
        return draft.registration() == Registration.DOMAINS || draft.mapping().type().requires(Field.EMAIL);
    }

    /** Its first choice. */
    private static String rule(Draft draft, Field field) {
        return Optional.ofNullable(draft.mapping().rules().get(field)).map(rules -> rules.all().get(0).text()).orElse("");
    }

    private static boolean asked(Draft draft, String scope) {
        return Stream.of(draft.scope().split("[\\s,+]+")).anyMatch(one -> one.equals(scope) || one.endsWith("." + scope) || one.endsWith("/" + scope));
    }
}

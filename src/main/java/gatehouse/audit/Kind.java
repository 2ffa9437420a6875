package gatehouse.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the log tells of, in the order of its filter. Rows keep the name, so none is ever renamed. */
enum Kind {

    SIGNED_IN, SIGN_IN_FAILED, PROVEN_AGAIN, AGAIN_FAILED, SIGNED_OUT, SESSION_ENDED, SESSIONS_ENDED,
    REGISTERED, BOUND, BIND_FAILED, UNBOUND, PASSWORD_SET, ONE_TIME_PASSWORD, RENAMED, TOKEN_MINTED, TOKEN_REVOKED,
    ACCOUNT_ADDED, ACCOUNT_CHANGED, ROLES_CHANGED, ACCOUNT_DISABLED, ACCOUNT_ENABLED, ACCOUNT_DELETED, ADMINISTRATOR_MADE,
    ROLE_ADDED, ROLE_CHANGED, ROLE_MADE_ADMINISTRATOR, ROLE_DELETED,
    PROVIDER_ADDED, PROVIDER_CHANGED, PROVIDER_ENABLED, PROVIDER_DISABLED, PROVIDER_MOVED, PROVIDER_DELETED, PROVIDER_ICON_CHANGED,
    SERVICE_ADDED, SERVICE_CHANGED, SERVICE_DELETED,
    SETTINGS_CHANGED, BACKUP_IMPORTED, AUDIT_EXPORTED, REFUSED, FAULT, MORE_REFUSED, STARTED;

    /** What people should know of their own account. */
    static final Set<Kind> PERSONAL = EnumSet.of(SIGNED_IN, SIGN_IN_FAILED, SESSION_ENDED, SESSIONS_ENDED, REGISTERED, BOUND, BIND_FAILED, UNBOUND,
            PASSWORD_SET, ONE_TIME_PASSWORD, RENAMED, TOKEN_MINTED, TOKEN_REVOKED, ACCOUNT_CHANGED, ROLES_CHANGED, ADMINISTRATOR_MADE);

    /** What another room calls it: the name itself where it says enough, else with a word before it. */
    static String of(String word, Enum<?> there) {
        return names().contains(there.name()) ? there.name() : word + there.name();
    }

    static List<String> names() {
        return Stream.of(values()).map(Kind::name).toList();
    }
}

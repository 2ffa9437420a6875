package gatehouse.session;

import java.util.List;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.account.Person;

/**
 * Whoever holds a live session, with all that a guarded service may learn of them; rights are never older than the request.
 *
 * @param session     the one they signed in with, also when they came by its child; 0 when it was an access token
 * @param permissions the account's own and its roles' together
 * @param roles       their names, sorted
 */
public record Holder(long session, long account, String username, Person person, BasePath basePath, Permissions permissions, List<String> roles,
                     boolean administrator) {

    /** What they are called: the nickname, or the username of who has none. */
    public String name() {
        return person.nickname().isEmpty() ? username : person.nickname();
    }

    /** A verified address; else empty, for what people type themselves proves nothing. */
    public String email() {
        return person.emailVerified() ? person.email() : "";
    }

    /** The same of an access token. */
    public static Holder of(TokenView token) {
        return new Holder(0, token.account(), token.username(), token.person(), token.basePath().resolve(token.username(), token.account()),
                token.permissions(), token.roles(), token.administrator());
    }
}

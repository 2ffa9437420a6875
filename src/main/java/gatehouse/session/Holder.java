package gatehouse.session;

import java.util.List;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;

/**
 * Whoever holds a live session, with all that a guarded service may learn of them; rights are never older than the request.
 *
 * @param session     the one they signed in with, also when they came by its child; 0 when it was an access token
 * @param name        the nickname; empty when they have none
 * @param email       a verified one; else empty, for what people type themselves proves nothing
 * @param permissions the account's own and its roles' together
 * @param roles       their names, sorted
 */
public record Holder(long session, long account, String username, String name, String email, BasePath basePath, Permissions permissions, List<String> roles,
                     boolean administrator) {

    /** The same of an access token. */
    public static Holder of(TokenView token, String name, String email) {
        return new Holder(0, token.account(), token.username(), name, email, token.basePath().resolve(token.username(), token.account()),
                token.permissions(), token.roles(), token.administrator());
    }
}

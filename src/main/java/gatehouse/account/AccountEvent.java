package gatehouse.account;

/**
 * Something happened to an account; heard by the audit log in the same transaction.
 *
 * @param provider the slug of the provider concerned; empty for none
 * @param by       who did it
 * @param detail   what changed, as {@code name=value}, at most 250 characters; never a secret, a subject or a password
 */
public record AccountEvent(Kind kind, long account, String username, String provider, Actor by, String detail) {

    private static final int LONGEST = 250;

    /** What happened. The last eight are done by administrators. */
    public enum Kind {
        REGISTERED, BOUND, UNBOUND, PASSWORD_SET, RENAMED, ADMINISTRATOR_MADE, TOKEN_MINTED, TOKEN_REVOKED,
        ADDED, CHANGED, ROLES_CHANGED, DISABLED, ENABLED, DELETED, ONE_TIME_PASSWORD, SESSIONS_ENDED
    }

    public AccountEvent {
        detail = detail.substring(0, Math.min(detail.length(), LONGEST));
    }

    /** Done by the account's own person. */
    public AccountEvent(Kind kind, long account, String username, String provider) {
        this(kind, account, username, provider, new Actor(account, username), "");
    }
}

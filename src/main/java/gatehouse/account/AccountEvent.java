package gatehouse.account;

/**
 * Something happened to an account; heard by the audit log in the same transaction.
 *
 * @param provider the slug of the provider concerned; empty for none
 */
public record AccountEvent(Kind kind, long account, String username, String provider) {

    /** What happened. */
    public enum Kind { REGISTERED, BOUND, UNBOUND, PASSWORD_SET, RENAMED, ADMINISTRATOR_MADE, TOKEN_MINTED, TOKEN_REVOKED }
}

package gatehouse.signin;

/**
 * Somebody could not sign in, prove themselves anew, or bind.
 *
 * @param account  that would have been opened, as far as it is known; else null
 * @param username as typed, at most 64 characters; empty when a provider was asked
 * @param provider the slug of the provider that was asked; empty for none
 * @param reason   a constant of ours, and the provider's error code where it gave one
 */
public record SignInFailed(Kind kind, Long account, String username, String provider, String reason) {

    /** What could not be done. */
    public enum Kind { SIGN_IN_FAILED, AGAIN_FAILED, BIND_FAILED }

    /** Somebody who may be nobody could not sign in. */
    public SignInFailed(String username, String provider, String reason) {
        this(Kind.SIGN_IN_FAILED, null, username, provider, reason);
    }
}

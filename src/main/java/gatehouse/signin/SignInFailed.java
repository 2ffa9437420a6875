package gatehouse.signin;

/**
 * Somebody could not sign in or bind.
 *
 * @param username as typed, at most 64 characters; empty when a provider was asked
 * @param reason   a constant of ours, and the provider's error code where it gave one
 */
public record SignInFailed(String username, String provider, String reason) {
}

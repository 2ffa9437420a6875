package gatehouse.signin;

/**
 * Somebody is signed in, or was and proved themselves anew.
 *
 * @param provider the slug of the provider; empty when it was by password
 */
public record SignedIn(long account, String username, String provider, boolean again) {

    public SignedIn(long account, String username, String provider) {
        this(account, username, provider, false);
    }
}

package gatehouse.signin;

/** Somebody is signed in. @param provider the slug of the provider; empty when it was by password */
public record SignedIn(long account, String username, String provider) {
}

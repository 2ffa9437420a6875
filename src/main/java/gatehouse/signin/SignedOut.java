package gatehouse.signin;

/** Somebody signed out of this session. */
public record SignedOut(long account, String username) {
}

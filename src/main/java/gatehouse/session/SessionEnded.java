package gatehouse.session;

/** A person ended a session from afar, or all but the one they are in. */
public record SessionEnded(long account, String username, boolean others) {
}

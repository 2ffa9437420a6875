package gatehouse.importing;

/** An administrator took a backup over; heard by the audit log in the same transaction. */
public record Imported(long by, String username, int settings, int people, int bound) {
}

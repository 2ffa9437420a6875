package gatehouse.account;

/**
 * An administrator added, changed or deleted a role; heard by the audit log in the same transaction.
 *
 * @param detail what it is now, as {@code name=value}; empty when it is gone
 */
public record RoleEvent(Kind kind, long role, String name, Actor by, String detail) {

    /** What happened. {@code MADE_ADMINISTRATOR}: it was changed, and whoever has it is an administrator from now on. */
    public enum Kind { ADDED, CHANGED, MADE_ADMINISTRATOR, DELETED }
}

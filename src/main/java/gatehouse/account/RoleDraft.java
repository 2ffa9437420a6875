package gatehouse.account;

/** A role as an administrator wants it. */
public record RoleDraft(RoleName name, Permissions permissions, boolean administrator) {
}

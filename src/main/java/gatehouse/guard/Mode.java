package gatehouse.guard;

/** What a guarded service asks of people: to be signed in, to have a role, or the permission bits of its methods. */
public enum Mode {
    SIGNED_IN, ROLES, WEBDAV, FILES;

    /** Whether each method is looked up in the table of bits, and paths are held against the base path. */
    boolean countsBits() {
        return this == WEBDAV || this == FILES;
    }
}

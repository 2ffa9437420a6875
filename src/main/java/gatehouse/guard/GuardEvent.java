package gatehouse.guard;

import gatehouse.web.Visit;

/** An administrator changed what is guarded; heard by the audit log in the same transaction. */
public record GuardEvent(Kind kind, long account, String username, String service) {

    /** What happened. */
    public enum Kind { SERVICE_ADDED, SERVICE_CHANGED, SERVICE_DELETED }

    static GuardEvent of(Kind kind, Visit.Me by, Guarded service) {
        return new GuardEvent(kind, by.id(), by.username(), service.name());
    }
}

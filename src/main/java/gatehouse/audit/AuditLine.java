package gatehouse.audit;

import java.time.Instant;

/** An event as programs read it. @param other who did it, when it was not the person themselves @param detail of a refusal its constant */
record AuditLine(Instant at, String kind, String username, String other, String provider, String detail, String client, String device, String reference) {

    static AuditLine of(AuditEvent event) {
        return new AuditLine(event.at(), event.kind(), event.username(), event.other(), event.provider(), event.detail(), event.client(), event.device(),
                event.reference());
    }
}

package gatehouse.audit;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One line of the log: what happened, to whom, by which provider, and why not. Never a token, a code or a password. */
@Entity
@Table(name = "audit_event")
class AuditEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private Instant at;
    private String kind;
    @Column(name = "account_id")
    private Long account;
    private String username;
    private String provider;
    private String reason;
    private String reference;

    protected AuditEvent() {
    }

    AuditEvent(Instant at, String kind, Long account, String username, String provider, String reason) {
        this.at = at;
        this.kind = kind;
        this.account = account;
        this.username = username;
        this.provider = provider;
        this.reason = reason;
        this.reference = "";
    }
}

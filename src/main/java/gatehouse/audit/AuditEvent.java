package gatehouse.audit;

import java.time.Instant;

import gatehouse.session.Device;
import gatehouse.web.Occasion;
import gatehouse.web.OneLine;
import gatehouse.web.Visit;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * One line of the log: what happened, to whom, by whom, by which provider, from where, and why not. Never a token, a code or a
 * password; what strangers typed is cut to one line.
 */
@Entity
@Table(name = "audit_event")
class AuditEvent {

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_SLUG = 64;
    private static final int LONGEST_DETAIL = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private Instant at;
    private String kind;
    @Column(name = "account_id")
    private Long account;
    private String username;
    @Column(name = "actor_id")
    private Long actor;
    @Column(name = "actor")
    private String actorName;
    private String provider;
    @Column(name = "reason")
    private String detail;
    private String client;
    private String device;
    private String reference;

    protected AuditEvent() {
    }

    /** @param account whom it is about; null when it is nobody known @param provider a slug; empty for none */
    AuditEvent(Instant at, String kind, Long account, String username, String provider, String detail, Occasion occasion) {
        this.at = at;
        this.kind = kind;
        this.account = account;
        this.username = OneLine.of(username, LONGEST_NAME);
        this.provider = OneLine.of(provider, LONGEST_SLUG);
        this.detail = OneLine.of(detail, LONGEST_DETAIL);
        this.actor = occasion.me().map(Visit.Me::id).orElse(null);
        this.actorName = OneLine.of(occasion.me().map(Visit.Me::username).orElse(""), LONGEST_NAME);
        this.client = occasion.client();
        this.device = Device.of(occasion.userAgent()).name();
        this.reference = occasion.reference();
    }

    Place place() {
        return new Place(at, id);
    }

    Instant at() {
        return at;
    }

    String kind() {
        return kind;
    }

    String username() {
        return username;
    }

    /** Who did it, where that is somebody else than whom it is about; empty else. */
    String other() {
        return actor == null || actor.equals(account) ? "" : actorName;
    }

    String actor() {
        return actorName;
    }

    String provider() {
        return provider;
    }

    String detail() {
        return detail;
    }

    String client() {
        return client;
    }

    String device() {
        return device;
    }

    String reference() {
        return reference;
    }
}

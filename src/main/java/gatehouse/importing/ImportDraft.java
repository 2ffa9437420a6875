package gatehouse.importing;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A backup that was uploaded and not yet taken over: one a session, sealed, gone after 30 minutes or with the session. */
@Entity
@Table(name = "import_draft")
class ImportDraft {

    static final Duration LIFE = Duration.ofMinutes(30);

    @Id
    @Column(name = "session_id")
    private long session;
    private byte[] content;
    private Instant expires;

    protected ImportDraft() {
    }

    ImportDraft(long session, byte[] content, Instant now) {
        this.session = session;
        this.content = content;
        this.expires = now.plus(LIFE);
    }

    byte[] content() {
        return content;
    }

    boolean overAt(Instant now) {
        return !now.isBefore(expires);
    }
}

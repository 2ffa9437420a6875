package gatehouse.trial;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The last trial of one session. It goes with the session. */
@Entity
class Trial {

    @Id
    @Column(name = "session_id")
    private long session;
    @Column(name = "provider_id")
    private long provider;
    private Instant until;
    @Column(length = 1_000_000)
    private String content;

    protected Trial() {
    }

    Trial(long session, long provider, Instant until, String sealed) {
        this.session = session;
        this.provider = provider;
        this.until = until;
        this.content = sealed;
    }

    boolean overAt(Instant now) {
        return !now.isBefore(until);
    }

    String content() {
        return content;
    }
}

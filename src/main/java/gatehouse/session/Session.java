package gatehouse.session;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** One browser that is signed in. The cookie's token is kept as its hash only. */
@Entity
class Session {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "token_hash")
    private String tokenHash;
    @Column(name = "account_id")
    private long account;
    @Column(name = "identity_id")
    private Long identity;
    private String device;
    private Instant created;
    private Instant proven;
    private Instant seen;
    @Column(name = "parent_id")
    private Long parent;
    private String host = Outposts.HERE;
    @Column(name = "former_hash")
    private String formerHash;
    @Column(name = "former_until")
    private Instant formerUntil;

    protected Session() {
    }

    Session(String tokenHash, long account, Long identity, String device, Instant now) {
        this.tokenHash = tokenHash;
        this.account = account;
        this.identity = identity;
        this.device = device;
        this.created = now;
        this.proven = now;
        this.seen = now;
    }

    /** The same person on another host, who proved themselves when this one did. */
    Session child(String hash, String otherHost, Instant now) {
        Session child = new Session(hash, account, null, device, now);
        child.proven = proven;
        child.parent = id;
        child.host = otherHost;
        return child;
    }
}

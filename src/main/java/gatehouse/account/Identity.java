package gatehouse.account;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A person at a provider, bound to one account: (provider, issuer, subject), byte for byte; the issuer is '' for plain OAuth 2.0. */
@Entity
public class Identity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "account_id")
    private Account account;
    @Column(name = "provider_id")
    private long provider;
    private String issuer;
    private String subject;
    @Column(name = "name_there")
    private String nameThere;
    private Instant created;
    @Column(name = "last_used")
    private Instant lastUsed;

    protected Identity() {
    }

    Identity(Account account, Outsider outsider, Instant now) {
        this.account = account;
        this.provider = outsider.provider();
        this.issuer = outsider.issuer();
        this.subject = outsider.subject();
        this.nameThere = outsider.shortName();
        this.created = now;
    }

    /** Seen again: remembers when, and what the person is called there now. */
    void used(Outsider outsider, Instant now) {
        nameThere = outsider.shortName();
        lastUsed = now;
    }

    boolean is(Outsider outsider) {
        return provider == outsider.provider() && issuer.equals(outsider.issuer()) && subject.equals(outsider.subject());
    }

    public long id() {
        return id;
    }

    public Account account() {
        return account;
    }

    public long provider() {
        return provider;
    }

    public String issuer() {
        return issuer;
    }

    public String subject() {
        return subject;
    }

    /** What the person is called at the provider; people bind the wrong account on shared machines. */
    public String nameThere() {
        return nameThere;
    }

    public Optional<Instant> lastUsed() {
        return Optional.ofNullable(lastUsed);
    }
}

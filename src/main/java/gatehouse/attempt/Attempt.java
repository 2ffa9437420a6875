package gatehouse.attempt;

import java.time.Duration;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;

/** One trip to a provider and back, good for ten minutes and one use, bound to a browser. The state is kept as its hash only. */
@Entity
class Attempt {

    static final Duration LIFE = Duration.ofMinutes(10);

    @Id
    @Column(name = "state_hash")
    private String stateHash;
    @Column(name = "browser_hash")
    private String browserHash;
    @Column(name = "provider_id")
    private long provider;
    private int configuration;
    @Enumerated(EnumType.STRING)
    private Intent intent;
    @Column(name = "redirect_uri")
    private String redirectUri;
    private String nonce;
    private String verifier;
    @Column(name = "account_id")
    private Long account;
    @Column(name = "session_id")
    private Long session;
    @Column(name = "return_path")
    private String returnPath;
    private Instant expires;

    protected Attempt() {
    }

    Attempt(String stateHash, String browserHash, Errand errand, Departure departure, String sealedVerifier, Instant now) {
        this.stateHash = stateHash;
        this.browserHash = browserHash;
        this.provider = errand.provider();
        this.configuration = errand.configuration();
        this.intent = errand.intent();
        this.account = errand.account();
        this.session = errand.session();
        this.returnPath = errand.returnPath();
        this.redirectUri = departure.redirectUri();
        this.nonce = departure.nonce();
        this.verifier = sealedVerifier;
        this.expires = now.plus(LIFE);
    }

    boolean of(String browser) {
        return browserHash.equals(browser);
    }

    boolean overAt(Instant now) {
        return !now.isBefore(expires);
    }

    Errand errand() {
        return new Errand(provider, configuration, intent, account, session, returnPath);
    }

    Departure departure(String state, String openedVerifier) {
        return new Departure(state, nonce, openedVerifier, redirectUri, errand().provesAnew());
    }

    String verifier() {
        return verifier;
    }
}

package gatehouse.session;

import java.time.Instant;
import java.util.Set;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What a program comes with instead of a cookie. Its text is kept as its hash only. */
@Entity
@Table(name = "access_token")
class AccessToken {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Column(name = "token_hash")
    private String tokenHash;
    @Column(name = "account_id")
    private long account;
    private String name;
    private String scopes;
    private Instant created;
    private Instant expires;
    @Column(name = "last_used")
    private Instant lastUsed;

    protected AccessToken() {
    }

    AccessToken(String tokenHash, long account, String name, Set<Scope> scopes, Instant created, Instant expires) {
        this.tokenHash = tokenHash;
        this.account = account;
        this.name = name;
        this.scopes = Scope.written(scopes);
        this.created = created;
        this.expires = expires;
    }

    long id() {
        return id;
    }

    KeptToken kept() {
        return new KeptToken(id, name, Scope.read(scopes), created, expires, lastUsed);
    }
}

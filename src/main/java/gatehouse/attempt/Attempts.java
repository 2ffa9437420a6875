package gatehouse.attempt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import gatehouse.secret.Keys;
import gatehouse.secret.Secret;
import gatehouse.secret.SecretLost;
import gatehouse.secret.Tokens;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The trips under way. In the database, so that a trip may end on another node; taken once, by whoever deletes the row. */
@ApplicationScoped
@Transactional(dontRollbackOn = Refusal.class)
public class Attempts {

    /** How long a trip may take. */
    public static final Duration LIFE = Attempt.LIFE;
    static final int MOST_A_BROWSER = 20;
    static final int MOST = 100_000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Keys keys;
    @Inject
    Clock clock;
    private volatile long counted;
    private volatile Instant countedUntil = Instant.MIN;

    /** Keeps a trip that begins. The oldest of a browser's give way; a full installation refuses with 429. */
    public void begin(Errand errand, Departure departure, String browser) {
        if (count() >= MOST) throw new Refusal(429, "refused.attempt-many").retryAfter(60);
        String browserHash = Tokens.hash(browser);
        em.createQuery("select a.stateHash from Attempt a where a.browserHash = :browser order by a.expires desc", String.class)
                .setParameter("browser", browserHash).setFirstResult(MOST_A_BROWSER - 1).getResultList().forEach(this::delete);
        String stateHash = Tokens.hash(departure.state());
        em.persist(new Attempt(stateHash, browserHash, errand, departure, seal(departure, stateHash), clock.instant()));
    }

    /**
     * Takes the trip of this state. Whoever takes it, nobody takes it again.
     *
     * @throws Refusal 400 when there is none, another browser began it, or it is over; says which
     */
    public Journey take(String state, String browser) {
        String stateHash = Tokens.hash(state);
        Attempt attempt = em.find(Attempt.class, stateHash, LockModeType.PESSIMISTIC_WRITE);
        if (attempt == null) throw gone("refused.attempt-used");
        if (!attempt.of(Tokens.hash(browser))) throw gone("refused.attempt-browser");
        if (delete(stateHash) != 1) throw gone("refused.attempt-used");
        if (attempt.overAt(clock.instant())) throw gone("refused.attempt-expired");
        return new Journey(attempt.errand(), attempt.departure(state, open(attempt, stateHash)));
    }

    private static Refusal gone(String key) {
        return new Refusal(400, key).again("/login");
    }

    private String seal(Departure departure, String stateHash) {
        return keys.ring().seal(Secret.of(departure.verifier()), place(stateHash));
    }

    private String open(Attempt attempt, String stateHash) {
        try {
            return keys.ring().open(attempt.verifier(), place(stateHash)).reveal();
        } catch (SecretLost lost) {
            throw gone("refused.attempt-used");
        }
    }

    private static String place(String stateHash) {
        return "attempt/verifier/" + stateHash;
    }

    private int delete(String stateHash) {
        return em.createQuery("delete from Attempt a where a.stateHash = :state").setParameter("state", stateHash).executeUpdate();
    }

    /** Ends all trips that were begun for this account: to bind, or to prove it anew. */
    public void endOf(long account) {
        em.createQuery("delete from Attempt a where a.account = :account").setParameter("account", account).executeUpdate();
    }

    /** As {@link #endOf(long)}, for one provider. */
    public void endOf(long account, long provider) {
        em.createQuery("delete from Attempt a where a.account = :account and a.provider = :provider").setParameter("account", account)
                .setParameter("provider", provider).executeUpdate();
    }

    /** How many are under way; counting a hundred thousand rows takes a while, so a count is good for five seconds. */
    public long count() {
        Instant now = clock.instant();
        if (countedUntil.isBefore(now)) {
            counted = em.createQuery("select count(a) from Attempt a", Long.class).getSingleResult();
            countedUntil = now.plusSeconds(5);
        }
        return counted;
    }

    /** Removes what is over. */
    public void purge() {
        em.createQuery("delete from Attempt a where a.expires < :now").setParameter("now", clock.instant()).executeUpdate();
    }
}

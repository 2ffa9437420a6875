package gatehouse.trial;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import gatehouse.secret.Keys;
import gatehouse.secret.SecretLost;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The last trial of each session, sealed and bound to it; good for 30 minutes after it was last written, and gone when the session ends. */
@ApplicationScoped
@Transactional
public class Trials {

    static final Duration LIFE = Duration.ofMinutes(30);

    @PersistenceContext
    EntityManager em;
    @Inject
    Keys keys;
    @Inject
    Clock clock;

    /** In place of the one that the session had. Nothing is kept for a session that has ended. */
    void keep(long session, long provider, Trace trace) {
        boolean open = !em.createNativeQuery("select id from session where id = :id for update").setParameter("id", session).getResultList().isEmpty();
        if (!open) return;
        Instant until = clock.instant().plus(LIFE);
        em.createQuery("delete from Trial t where t.session = :session").setParameter("session", session).executeUpdate();
        em.persist(new Trial(session, provider, until, keys.ring().sealText(TraceText.write(trace), place(session))));
    }

    /** The session's own trial; empty when there is none, or it cannot be read any more. */
    Optional<Trace> of(long session) {
        return Optional.ofNullable(em.find(Trial.class, session)).filter(trial -> !trial.overAt(clock.instant())).flatMap(trial -> opened(trial, session));
    }

    private Optional<Trace> opened(Trial trial, long session) {
        try {
            return TraceText.read(keys.ring().openText(trial.content(), place(session)));
        } catch (SecretLost lost) {
            return Optional.empty();
        }
    }

    /** Removes what is over. */
    public void purge() {
        em.createQuery("delete from Trial t where t.until < :now").setParameter("now", clock.instant()).executeUpdate();
    }

    private static String place(long session) {
        return "trial/" + session;
    }
}

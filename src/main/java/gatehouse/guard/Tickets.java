package gatehouse.guard;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import gatehouse.secret.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** What carries a sign-in over to a guarded host: good once, for 60 seconds, for one service and for the browser that began there. */
@ApplicationScoped
@Transactional
public class Tickets {

    static final Duration GOOD = Duration.ofSeconds(60);

    /** A ticket that was handed in. @param wanted the path and query the person asked for */
    record Taken(long service, long session, String wanted) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** @param browser the hash of the handle that the guarded host gave the browser */
    String issue(long service, long session, String browser, String wanted) {
        String ticket = Tokens.fresh();
        em.createNativeQuery("insert into guard_ticket (ticket_hash, guarded_id, session_id, browser_hash, wanted, expires)"
                        + " values (:ticket, :service, :session, :browser, :wanted, :expires)")
                .setParameter("ticket", Tokens.hash(ticket)).setParameter("service", service).setParameter("session", session).setParameter("browser", browser)
                .setParameter("wanted", wanted).setParameter("expires", clock.instant().plus(GOOD)).executeUpdate();
        return ticket;
    }

    /** Takes it out; of two who come with it one gets it. Empty when it is used, too old or another browser's. */
    Optional<Taken> take(String ticket, String browser) {
        List<?> found = em.createNativeQuery("select guarded_id, session_id, wanted from guard_ticket where ticket_hash = :ticket"
                        + " and browser_hash = :browser and expires > :now")
                .setParameter("ticket", Tokens.hash(ticket)).setParameter("browser", browser).setParameter("now", clock.instant()).getResultList();
        int taken = em.createNativeQuery("delete from guard_ticket where ticket_hash = :ticket").setParameter("ticket", Tokens.hash(ticket)).executeUpdate();
        if (found.isEmpty() || taken != 1) return Optional.empty();
        Object[] row = (Object[]) found.get(0);
        return Optional.of(new Taken(((Number) row[0]).longValue(), ((Number) row[1]).longValue(), (String) row[2]));
    }

    /** Removes what is over. */
    public void purge() {
        Instant now = clock.instant();
        em.createNativeQuery("delete from guard_ticket where expires < :now").setParameter("now", now).executeUpdate();
    }
}

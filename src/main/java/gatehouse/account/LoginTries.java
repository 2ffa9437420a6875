package gatehouse.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * Bounds the guesses of each {@link Bucket}, on every pathway and every node: ten tries (or what else is free in it), then one after a
 * minute, two, four … up to an hour. A try is counted before the password is looked at; a right one forgets them all.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class LoginTries {

    private static final Duration LONGEST = Duration.ofHours(1);
    /** Less than the longest pause: a browser that tries whenever it may does not use up what it shares with others. */
    private static final Duration FORGOTTEN = LONGEST.minusMinutes(1);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** Makes sure there is a row to lock; two at once may collide, and then there is one. */
    void open(Bucket bucket) {
        em.createNativeQuery("insert into throttle (bucket, tries, until) select :bucket, 0, :now where not exists"
                        + " (select 1 from throttle where bucket = :bucket)")
                .setParameter("bucket", bucket.hash()).setParameter("now", clock.instant()).executeUpdate();
    }

    /** Counts one try. @throws Refusal 429 when the next one is not due yet */
    void take(Bucket bucket) {
        Object[] row = (Object[]) em.createNativeQuery("select tries, until from throttle where bucket = :bucket for update")
                .setParameter("bucket", bucket.hash()).getSingleResult();
        Instant now = clock.instant();
        Instant until = instant(row[1]);
        int tries = now.isAfter(until.plus(FORGOTTEN)) ? 0 : ((Number) row[0]).intValue();
        if (tries >= bucket.free() && now.isBefore(until)) throw tooMany(Duration.between(now, until));
        em.createNativeQuery("update throttle set tries = :tries, until = :until where bucket = :bucket").setParameter("tries", tries + 1)
                .setParameter("until", now.plus(pause(tries + 1 - bucket.free()))).setParameter("bucket", bucket.hash()).executeUpdate();
    }

    void forget(Bucket bucket) {
        em.createNativeQuery("delete from throttle where bucket = :bucket").setParameter("bucket", bucket.hash()).executeUpdate();
    }

    /** Removes what is long over. */
    public void purge() {
        em.createNativeQuery("delete from throttle where until < :old").setParameter("old", clock.instant().minus(LONGEST)).executeUpdate();
    }

    private static Refusal tooMany(Duration wait) {
        return new Refusal(429, "refused.too-many", Math.max(1, wait.toSeconds())).retryAfter(Math.max(1, wait.toSeconds()));
    }

    /** @param beyond how many tries more than those that are free */
    private static Duration pause(int beyond) {
        if (beyond < 0) return Duration.ZERO;
        Duration pause = Duration.ofMinutes(1L << Math.min(beyond, 6));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }

    private static Instant instant(Object column) {
        return column instanceof Instant instant ? instant : ((java.time.OffsetDateTime) column).toInstant();
    }
}

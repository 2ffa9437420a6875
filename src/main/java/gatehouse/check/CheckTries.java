package gatehouse.check;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import gatehouse.secret.Tokens;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Bounds the connection checks on all nodes together: 10 in a minute for one administrator, 30 for all of them. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CheckTries {

    static final int MOST_OF_ONE = 10;
    static final int MOST = 30;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    /** Counts one check of the provider; two first ones at once may collide. @throws Refusal 429 when there were too many in this minute */
    void take(long account, String slug) {
        take("check/" + account, MOST_OF_ONE, slug);
        take("check", MOST, slug);
    }

    private void take(String who, int most, String slug) {
        Instant minute = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Instant end = minute.plus(1, ChronoUnit.MINUTES);
        String bucket = Tokens.hash(who + "/" + minute.getEpochSecond());
        em.createNativeQuery("insert into throttle (bucket, tries, until) select :bucket, 0, :until where not exists"
                + " (select 1 from throttle where bucket = :bucket)").setParameter("bucket", bucket).setParameter("until", end).executeUpdate();
        int counted = em.createNativeQuery("update throttle set tries = tries + 1 where bucket = :bucket and tries < :most")
                .setParameter("bucket", bucket).setParameter("most", most).executeUpdate();
        if (counted == 0) throw tooMany(Math.max(1, ChronoUnit.SECONDS.between(clock.instant(), end)), slug);
    }

    private static Refusal tooMany(long wait, String slug) {
        return new Refusal(429, "refused.checks", wait).retryAfter(wait).at(slug).again("/admin/providers/" + slug);
    }
}

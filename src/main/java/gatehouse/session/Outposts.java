package gatehouse.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import gatehouse.secret.Tokens;
import gatehouse.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Sessions on other hosts: each is the child of one here, good on its host alone, and lives as long as its parent. */
@ApplicationScoped
@Transactional
public class Outposts {

    /** The host of the sessions here. */
    public static final String HERE = "";
    public static final String COOKIE = "gatehouse";
    private static final Duration SETTLED = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Settings settings;
    @Inject
    Sessions sessions;

    /** Opens a child on that host; older ones of the same parent there end. @return the token for the cookie; empty when the parent has ended */
    public Optional<String> open(long parent, String host) {
        List<Session> found = em.createQuery("select s from Session s where s.id = :parent and s.parent is null", Session.class).setParameter("parent", parent)
                .getResultList();
        if (found.isEmpty()) return Optional.empty();
        Instant now = clock.instant();
        em.createQuery("delete from Session s where s.parent = :parent and s.host = :host and s.created < :old").setParameter("parent", parent)
                .setParameter("host", host).setParameter("old", now.minus(SETTLED)).executeUpdate();
        String token = Tokens.fresh();
        em.persist(found.get(0).child(Tokens.hash(token), host, now));
        em.flush();
        return Optional.of(token);
    }

    /**
     * Who holds that token on that host: their session neither idle nor too old nor ended, the account enabled, no one-time password to be replaced first.
     * One query, and no transaction of its own: this is asked at every request of every guarded service. Being looked at keeps the parent alive.
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Holder> find(String token, String host) {
        Instant now = clock.instant();
        List<HolderRow> rows = em.createQuery("select new gatehouse.session.HolderRow(p.id, p.seen, a.id, a.username, a.person, a.basePath,"
                        + " a.permission, r.name, r.permission, r.administrator) from Session s join Session p on p.id = coalesce(s.parent, s.id)"
                        + " join Account a on a.id = s.account left join a.grants g left join g.role r"
                        + " where s.tokenHash = :hash and s.host = :host and p.seen > :idle and p.created > :oldest and a.disabled = false and a.oneTimeUntil is null",
                        HolderRow.class)
                .setParameter("hash", Tokens.hash(token)).setParameter("host", host).setParameter("idle", now.minus(settings.sessions().idle()))
                .setParameter("oldest", now.minus(settings.sessions().longest())).getResultList();
        if (rows.isEmpty()) return Optional.empty();
        sessions.look(rows.get(0).session(), rows.get(0).seen(), now);
        return Optional.of(HolderRow.together(rows));
    }
}

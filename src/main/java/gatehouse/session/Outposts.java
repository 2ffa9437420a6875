package gatehouse.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import gatehouse.database.Wicket;
import gatehouse.secret.Tokens;
import gatehouse.setting.SessionLimits;
import gatehouse.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Sessions on other hosts: each is the child of one here, good on its host alone, and lives as long as its parent. */
@ApplicationScoped
public class Outposts {

    /** The host of the sessions here. */
    public static final String HERE = "";
    public static final String COOKIE = "gatehouse";
    private static final Duration SETTLED = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager em;
    @Inject
    Wicket wicket;
    @Inject
    Clock clock;
    @Inject
    Settings settings;
    @Inject
    Sessions sessions;

    /** Opens a child on that host; older ones of the same parent there end. @return the token for the cookie; empty when the parent has ended */
    @Transactional
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
    public Optional<Holder> find(String token, String host) {
        Instant now = clock.instant();
        SessionLimits limits = settings.sessions();
        List<HolderRow> rows = new HolderQuery(Tokens.hash(token), host, now.minus(limits.idle()), now.minus(limits.longest())).ask(wicket);
        if (rows.isEmpty()) return Optional.empty();
        HolderRow held = rows.get(0);
        if (Sessions.notes(held.seen(), now)) sessions.look(held.session(), now);
        return Optional.of(HolderRow.together(rows));
    }
}

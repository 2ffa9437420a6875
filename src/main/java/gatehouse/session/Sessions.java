package gatehouse.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.secret.Tokens;
import gatehouse.setting.Settings;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The sessions of all browsers. In the database, so that two nodes need no stickiness and an end is an end everywhere. */
@ApplicationScoped
@Transactional
public class Sessions {

    public static final String COOKIE = "session";
    private static final Duration NOTICED = Duration.ofMinutes(1);
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Settings settings;
    @Inject
    Accounts accounts;

    /** Opens one by password. @throws Refusal 401 when the account got another, or was disabled, since this one was proven */
    public String openBy(Account proven, Device device) {
        return open(accounts.stillProven(proven).id(), null, device);
    }

    /** Opens one. @return the token for the cookie; it is kept nowhere */
    public String open(long account, Long identity, Device device) {
        String token = Tokens.fresh();
        em.persist(new Session(Tokens.hash(token), account, identity, device.name(), clock.instant()));
        em.flush();
        return token;
    }

    /** The live session of a cookie: not idle too long, not too old, its account not disabled. Being looked at keeps it alive. */
    public Optional<SessionView> find(String token) {
        Instant now = clock.instant();
        Optional<SessionView> found = live("s.tokenHash = :hash", token, now);
        found.filter(view -> notes(view.seen(), now)).ifPresent(view -> look(view.id(), now));
        return found;
    }

    private Optional<SessionView> live(String how, String token, Instant now) {
        return em.createQuery("select new gatehouse.session.SessionView(s.id, a.id, a.username,"
                        + " (case when exists (select 1 from Account b join b.grants g where b.id = a.id and g.role.administrator = true) then true else false end),"
                        + " (case when a.oneTimeUntil is null then false else true end), s.created, s.proven, s.seen)"
                        + " from Session s join Account a on a.id = s.account"
                        + " where " + how + " and s.parent is null and s.seen > :idle and s.created > :oldest and a.disabled = false", SessionView.class)
                .setParameter("hash", Tokens.hash(token)).setParameter("idle", now.minus(settings.sessions().idle()))
                .setParameter("oldest", now.minus(settings.sessions().longest())).getResultStream().findFirst();
    }

    /** Whether it is time to note that it is used: at most once a minute. */
    static boolean notes(Instant seen, Instant now) {
        return seen.plus(NOTICED).isBefore(now);
    }

    void look(long session, Instant now) {
        em.createQuery("update Session s set s.seen = :now where s.id = :id").setParameter("now", now).setParameter("id", session).executeUpdate();
    }

    public List<OpenSession> of(long account) {
        return em.createQuery("select new gatehouse.session.OpenSession(s.id, s.device, s.created, s.seen) from Session s"
                        + " where s.account = :account and s.parent is null order by s.seen desc, s.id desc", OpenSession.class)
                .setParameter("account", account).setMaxResults(100).getResultList();
    }

    /** Ends one session of that account, with its children on other hosts. @return false when it has no such session */
    public boolean end(long account, long session) {
        return em.createQuery("delete from Session s where s.id = :id and s.account = :account and s.parent is null").setParameter("id", session)
                .setParameter("account", account).executeUpdate() == 1;
    }

    /** Ends all sessions of the account but one. */
    public void endOthers(long account, long kept) {
        em.createQuery("delete from Session s where s.account = :account and s.id <> :kept and s.parent is null").setParameter("account", account)
                .setParameter("kept", kept).executeUpdate();
    }

    /** Ends the children of one session on other hosts; whoever wants them crosses over again. */
    public void endChildren(long session) {
        em.createQuery("delete from Session s where s.parent = :session").setParameter("session", session).executeUpdate();
    }

    /** Ends all sessions of the account. */
    public void endAll(long account) {
        em.createQuery("delete from Session s where s.account = :account").setParameter("account", account).executeUpdate();
    }

    /** Ends all sessions of everybody who has this role: what they opened with fewer rights does not go on with more. */
    public void endOfRole(long role) {
        em.createQuery("delete from Session s where s.account in (select a.id from Account a join a.grants g where g.role.id = :role)")
                .setParameter("role", role).executeUpdate();
    }

    /** The same session under another token, the person proven now; the token it had is dead. @return the token for the cookie */
    public String prove(long account, long session) {
        em.createQuery("update Session s set s.proven = :now where s.id = :id and s.account = :account").setParameter("now", clock.instant())
                .setParameter("id", session).setParameter("account", account).executeUpdate();
        return renew(account, session);
    }

    /** The same session under another token; the one it had is dead. @return the token for the cookie */
    private String renew(long account, long session) {
        String token = Tokens.fresh();
        int renewed = em.createQuery("update Session s set s.tokenHash = :hash where s.id = :id and s.account = :account")
                .setParameter("hash", Tokens.hash(token)).setParameter("id", session).setParameter("account", account).executeUpdate();
        if (renewed != 1) throw new Refusal(401, "refused.sign-in");
        return token;
    }

    /**
     * The same session under another token, because the person is more than before. The one it had opens nothing any more.
     *
     * @return the token for the cookie; empty when that was not its token any more: somebody else renewed it a moment ago
     */
    public Optional<String> renew(String token) {
        String fresh = Tokens.fresh();
        int renewed = em.createQuery("update Session s set s.tokenHash = :fresh, s.formerHash = :hash, s.formerUntil = :until where s.tokenHash = :hash")
                .setParameter("fresh", Tokens.hash(fresh)).setParameter("hash", Tokens.hash(token)).setParameter("until", clock.instant().plus(REMEMBERED)).executeUpdate();
        return renewed == 1 ? Optional.of(fresh) : Optional.empty();
    }

    /** The live session that had this token until it was renewed less than a minute ago: for the end of a trip that was under way, and nothing else. */
    public Optional<SessionView> former(String token) {
        Instant now = clock.instant();
        return live("s.formerHash = :hash", token, now).filter(view -> em.createQuery("select count(s) from Session s where s.id = :id and s.formerUntil > :now", Long.class)
                .setParameter("id", view.id()).setParameter("now", now).getSingleResult() == 1);
    }

    /** Whoever gets the way back in starts afresh: what others opened before ends, with the trips they began. */
    void endOf(@Observes AccountEvent event) {
        if (event.kind() == AccountEvent.Kind.ADMINISTRATOR_MADE) endAll(event.account());
    }

    /** The session lives on without the identity it began with, if it was this one. */
    public void outlive(long session, long identity) {
        em.createQuery("update Session s set s.identity = null where s.id = :id and s.identity = :identity").setParameter("id", session)
                .setParameter("identity", identity).executeUpdate();
    }

    /** How many are alive. */
    public long live() {
        return em.createQuery("select count(s) from Session s where s.parent is null and s.seen > :idle and s.created > :oldest", Long.class)
                .setParameter("idle", clock.instant().minus(settings.sessions().idle()))
                .setParameter("oldest", clock.instant().minus(settings.sessions().longest())).getSingleResult();
    }

    /** Removes what is over; children go with their parents. */
    public void purge() {
        em.createQuery("delete from Session s where s.parent is null and (s.seen < :idle or s.created < :oldest)")
                .setParameter("idle", clock.instant().minus(settings.sessions().idle()))
                .setParameter("oldest", clock.instant().minus(settings.sessions().longest())).executeUpdate();
    }
}

package gatehouse.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import gatehouse.account.Account;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.database.Wicket;
import gatehouse.secret.Tokens;
import gatehouse.web.Refusal;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The access tokens of all accounts. In the database, and asked at each use, so that an end is an end everywhere. */
@ApplicationScoped
public class AccessTokens {

    /** How long one that is given for username and password is good. */
    public static final Duration BY_LOGIN = Duration.ofHours(48);
    /** The longest a token may be good. */
    public static final Duration LONGEST = Duration.ofDays(366);
    static final int MOST = 50;
    private static final int LONGEST_NAME = 100;
    private static final Duration NOTICED = Duration.ofMinutes(1);
    private static final Set<AccountEvent.Kind> ENDING =
            EnumSet.of(AccountEvent.Kind.ADMINISTRATOR_MADE, AccountEvent.Kind.DISABLED, AccountEvent.Kind.ONE_TIME_PASSWORD);
    private static final Duration SHOWN_OVER = Duration.ofDays(7);

    @PersistenceContext
    EntityManager em;
    @Resource(lookup = "java:app/jdbc/gatehouse")
    DataSource ledger;
    @Inject
    Wicket wicket;
    @Inject
    Clock clock;
    @Inject
    Accounts accounts;
    @Inject
    Event<AccountEvent> events;

    /**
     * Makes one. Refused: a name of none or more than 100 characters, no scope, an expiry in the past or more than 366 days off (422),
     * {@link Scope#ADMIN} for who is no administrator (403), a 51st live token of the account (409).
     */
    @Transactional
    public Minted mint(long account, String name, Set<Scope> scopes, Instant expires) {
        Account owner = accounts.locked(account);
        if (owner.disabled() || owner.mustChangePassword()) throw new Refusal(401, "refused.sign-in");
        String shown = name(name);
        if (scopes.isEmpty()) throw TokenRefused.noScope();
        if (scopes.contains(Scope.ADMIN) && !owner.administrator()) throw TokenRefused.notAnAdministrator();
        Instant now = clock.instant();
        if (!expires.isAfter(now) || expires.isAfter(now.plus(LONGEST))) throw TokenRefused.expiry(LONGEST.toDays());
        if (live(account, false).size() >= MOST) throw TokenRefused.tooMany(MOST);
        events.fire(new AccountEvent(AccountEvent.Kind.TOKEN_MINTED, account, owner.username(), "", new Actor(account, owner.username()), shown));
        return keep(account, shown, scopes, expires);
    }

    /** A token's name as it is kept. @throws Refusal 422 for none, or more than 100 characters */
    public static String name(String name) {
        String shown = name.strip().replaceAll("\\p{Cntrl}", " ");
        if (shown.isEmpty() || shown.length() > LONGEST_NAME) throw TokenRefused.name(LONGEST_NAME);
        return shown;
    }

    /** One for username and password: good for 48 hours; of 50 such tokens the oldest makes room. @throws Refusal 401 when they changed since proven */
    @Transactional
    public Minted byLogin(Account proven) {
        Account owner = accounts.stillProven(proven);
        List<AccessToken> others = live(owner.id(), true);
        others.stream().limit(Math.max(0, others.size() - MOST + 1)).forEach(em::remove);
        Set<Scope> scopes = owner.administrator() ? Set.of(Scope.PROFILE, Scope.ADMIN) : Set.of(Scope.PROFILE);
        return keep(owner.id(), "", scopes, clock.instant().plus(BY_LOGIN));
    }

    /** Oldest first. */
    private List<AccessToken> live(long account, boolean byLogin) {
        return em.createQuery("select t from AccessToken t where t.account = :account and t.expires > :now and t.name " + (byLogin ? "=" : "<>") + " ''"
                + " order by t.id", AccessToken.class).setParameter("account", account).setParameter("now", clock.instant()).getResultList();
    }

    private Minted keep(long account, String name, Set<Scope> scopes, Instant expires) {
        String token = TokenText.fresh();
        AccessToken kept = new AccessToken(Tokens.hash(token), account, name, scopes, clock.instant(), expires);
        em.persist(kept);
        em.flush();
        return new Minted(kept.id(), token, expires);
    }

    /**
     * The live token of an enabled account; a mistyped one is told without asking the database. One plain statement, and no transaction of its own:
     * this is asked at every request of a program. That it is used is noted once a minute.
     */
    public Optional<TokenView> find(String token) {
        if (!TokenText.wellFormed(token)) return Optional.empty();
        TokenQuery query = new TokenQuery(Tokens.hash(token), clock.instant());
        List<TokenRow> rows = query.ask(wicket);
        if (rows.isEmpty()) return Optional.empty();
        Instant last = rows.get(0).lastUsed();
        if (last == null || !last.plus(NOTICED).isAfter(query.now())) query.notice(ledger);
        return Optional.of(TokenRow.together(rows));
    }

    /** Newest first, at most 200; those that ended by themselves are told of for a week. */
    @Transactional
    public List<KeptToken> of(long account) {
        return em.createQuery("select t from AccessToken t where t.account = :account order by t.id desc", AccessToken.class)
                .setParameter("account", account).setMaxResults(4 * MOST).getResultStream().map(AccessToken::kept).toList();
    }

    /** Ends one. @throws Refusal 404 when the account has no such token */
    @Transactional
    public void revoke(long account, long token) {
        int gone = em.createQuery("delete from AccessToken t where t.id = :id and t.account = :account").setParameter("id", token)
                .setParameter("account", account).executeUpdate();
        if (gone == 0) throw TokenRefused.unknown();
        tell(account);
    }

    /** Ends all of the account's. @return how many there were */
    @Transactional
    public int revokeAll(long account) {
        int gone = em.createQuery("delete from AccessToken t where t.account = :account").setParameter("account", account).executeUpdate();
        if (gone > 0) tell(account);
        return gone;
    }

    private void tell(long account) {
        String username = accounts.find(account).map(Account::username).orElse("");
        events.fire(new AccountEvent(AccountEvent.Kind.TOKEN_REVOKED, account, username, ""));
    }

    /**
     * Whoever gets the way back in starts afresh, as does who is switched off: programs that were set up before are out for good. With a
     * password ends what was given for it.
     */
    @Transactional
    void endOf(@Observes AccountEvent event) {
        if (ENDING.contains(event.kind())) revokeAll(event.account());
        if (event.kind() == AccountEvent.Kind.PASSWORD_SET) endByLogin(event.account());
    }

    private void endByLogin(long account) {
        em.createQuery("delete from AccessToken t where t.account = :account and t.name = ''").setParameter("account", account).executeUpdate();
    }

    /** Ends all tokens of everybody who has this role: what was made with fewer rights does not go on with more. */
    @Transactional
    public void endOfRole(long role) {
        em.createQuery("delete from AccessToken t where t.account in (select a.id from Account a join a.grants g where g.role.id = :role)")
                .setParameter("role", role).executeUpdate();
    }

    /** Removes what ended a week ago. */
    @Transactional
    public void purge() {
        em.createQuery("delete from AccessToken t where t.expires < :old").setParameter("old", clock.instant().minus(SHOWN_OVER)).executeUpdate();
    }
}

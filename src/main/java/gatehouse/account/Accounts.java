package gatehouse.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The accounts, their identities and their roles. What two nodes may race for has a unique constraint, and is flushed at once. */
@ApplicationScoped
@Transactional
public class Accounts {

    /** Where counting for lists stops. */
    public static final int COUNTED = 1000;
    private static final int MOST_NUMBERS = 1000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Event<AccountEvent> events;

    public Optional<Account> find(long id) {
        return Optional.ofNullable(em.find(Account.class, id));
    }

    /** The account, with its row locked until the transaction ends: for rules that look at several of its parts. */
    public Account locked(long id) {
        return Optional.ofNullable(em.find(Account.class, id, LockModeType.PESSIMISTIC_WRITE)).orElseThrow(AccountRefused::unknown);
    }

    public Optional<Account> named(Username name) {
        return em.createQuery("select a from Account a where a.canonical = :canonical", Account.class)
                .setParameter("canonical", name.canonical()).getResultStream().findFirst();
    }

    /** Whose identity this is; the subject is compared byte for byte, a name or an e-mail never is. */
    public Optional<Identity> boundTo(Outsider outsider) {
        return em.createQuery("select i from Identity i join fetch i.account where i.provider = :provider and i.issuer = :issuer and i.subject = :subject",
                        Identity.class)
                .setParameter("provider", outsider.provider()).setParameter("issuer", outsider.issuer()).setParameter("subject", outsider.subject())
                .getResultStream().findFirst();
    }

    /** Whether nobody has or ever had this username. */
    public boolean free(Username name) {
        return !name.reserved() && em.createNativeQuery("select 1 from used_username where canonical = :canonical")
                .setParameter("canonical", name.canonical()).getResultList().isEmpty();
    }

    /** The name for a newcomer: as wanted; taken: with the subject behind it; taken again: with a number behind that. Empty when none of 1,000 is free. */
    public Optional<Username> freeName(String wanted, String subject) {
        Username name = Username.from(wanted);
        Username withSubject = name.withSuffix(subject);
        Stream<Username> numbered = IntStream.range(2, MOST_NUMBERS).mapToObj(number -> withSubject.withSuffix(Integer.toString(number)));
        return Stream.concat(Stream.of(name, withSubject), numbered).filter(this::free).findFirst();
    }

    /** Keeps a new account. @throws jakarta.persistence.PersistenceException when somebody else took the name this instant */
    public Account add(Account account) {
        em.persist(account);
        use(account);
        em.flush();
        return account;
    }

    /** Gives the account another name; its own earlier names stay its own. */
    public void rename(Account account, Username name) {
        if (name.canonical().equals(account.canonical())) {
            account.rename(name);
            return;
        }
        List<?> owner = em.createNativeQuery("select account_id from used_username where canonical = :canonical")
                .setParameter("canonical", name.canonical()).getResultList();
        if (name.reserved() || !owner.isEmpty() && ((Number) owner.get(0)).longValue() != account.id()) throw AccountRefused.usernameTaken();
        account.rename(name);
        if (owner.isEmpty()) use(account);
        em.flush();
    }

    void remove(Account account) {
        em.remove(account);
        em.flush();
    }

    void flush() {
        em.flush();
    }

    private void use(Account account) {
        em.createNativeQuery("insert into used_username (canonical, account_id) values (:canonical, :account)")
                .setParameter("canonical", account.canonical()).setParameter("account", account.id()).executeUpdate();
    }

    /** Binds an outsider to the account: a second time is nothing new; somebody else's identity stays theirs. */
    public Identity bind(long account, Outsider outsider, String providerName) {
        Account owner = locked(account);
        boundTo(outsider).filter(identity -> identity.account().id() != account).ifPresent(identity -> {
            throw AccountRefused.boundElsewhere(providerName);
        });
        owner.giveWay(outsider, providerName);
        em.flush();
        Identity bound = owner.bind(outsider, clock.instant());
        em.flush();
        return bound;
    }

    /** Binds a newcomer. @throws jakarta.persistence.PersistenceException when somebody else bound the outsider this instant */
    public void bindNewcomer(Account account, Outsider outsider) {
        account.bind(outsider, clock.instant());
        em.flush();
    }

    /** @throws Refusal 404 when there is none, {@code lastWayIn} when it is that */
    public Identity unbind(long account, long provider, Predicate<Identity> wayIn, Refusal lastWayIn) {
        Account owner = locked(account);
        Identity identity = owner.identityAt(provider).orElseThrow(AccountRefused::notBound);
        owner.unbind(identity, owner.hasPassword(), wayIn, lastWayIn);
        em.flush();
        return identity;
    }

    public void used(Identity identity, Outsider outsider) {
        identity.used(outsider, clock.instant());
    }

    public void grantFrom(Account account, long provider, Collection<Role> roles) {
        account.grantFrom(provider, roles);
    }

    /** Gives the account a password of its own, made before: hashing should hold no connection. */
    public void setPassword(long id, PasswordHash hash) {
        Account account = locked(id);
        account.setPassword(hash.phc());
        events.fire(new AccountEvent(AccountEvent.Kind.PASSWORD_SET, id, account.username(), ""));
    }

    /** The account, locked, that was proven a moment ago. @throws Refusal 401 when it got another password, or was disabled, since */
    public Account stillProven(Account proven) {
        Account account = locked(proven.id());
        if (account.disabled() || !account.samePassword(proven)) throw AccountRefused.notProven();
        return account;
    }

    Account rehash(Account proven, String hash) {
        Account account = stillProven(proven);
        account.rehash(hash);
        return account;
    }

    /** How many people could not sign in by a password of their own. */
    public long withoutPassword() {
        return em.createQuery("select count(a) from Account a where a.passwordHash is null and a.disabled = false", Long.class).getSingleResult();
    }

    /** The usernames of the first {@code most} of them. */
    public List<String> namesWithoutPassword(int most) {
        return em.createQuery("select a.username from Account a where a.passwordHash is null and a.disabled = false order by a.canonical", String.class)
                .setMaxResults(most).getResultList();
    }

    public long boundSince(long provider, Instant since) {
        return em.createQuery("select count(i) from Identity i where i.provider = :provider and i.created > :since", Long.class)
                .setParameter("provider", provider).setParameter("since", since).getSingleResult();
    }

    public long boundAt(long provider) {
        return em.createQuery("select count(i) from Identity i where i.provider = :provider", Long.class)
                .setParameter("provider", provider).getSingleResult();
    }

    /** The same, counted to one more than a thousand: for lists, for who has more of them has many. */
    public long manyBoundAt(long provider) {
        return ((Number) em.createNativeQuery("select count(*) from (select 1 from identity i where i.provider_id = :provider limit " + (COUNTED + 1) + ") x")
                .setParameter("provider", provider).getSingleResult()).longValue();
    }
}

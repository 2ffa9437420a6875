package gatehouse.people;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.AccountEvent.Kind;
import gatehouse.account.AccountEvent;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.account.Administration;
import gatehouse.account.Administrators;
import gatehouse.account.Identity;
import gatehouse.account.Particulars;
import gatehouse.account.PasswordHash;
import gatehouse.account.Roles;
import gatehouse.attempt.Attempts;
import gatehouse.provider.Entrances;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** What administrators do to accounts, each in one transaction: the account, its sessions and trips, the last administrator, and the word to the log. */
@ApplicationScoped
@Transactional
class Deeds {

    @Inject
    Administration administration;
    @Inject
    Accounts accounts;
    @Inject
    Administrators administrators;
    @Inject
    Roles roles;
    @Inject
    Sessions sessions;
    @Inject
    Attempts attempts;
    @Inject
    Providers providers;
    @Inject
    Entrances entrances;
    @Inject
    Event<AccountEvent> events;

    long add(Particulars wish, Collection<Long> wanted, Optional<PasswordHash> oneTime, boolean disabled, Actor by) {
        Account account = administration.add(wish, roles.of(wanted));
        oneTime.ifPresent(hash -> administration.oneTime(account, hash));
        tell(Kind.ADDED, account, "directory=" + account.basePath() + " permission=" + wish.permissions().sum() + " roles=" + account.roleNames(), by);
        if (disabled) tell(Kind.DISABLED, administration.enable(account, false), "", by);
        return account.id();
    }

    void change(long id, int seen, Particulars wish, Actor by) {
        String difference = administration.change(id, seen, wish);
        if (!difference.isEmpty()) tell(Kind.CHANGED, account(id), difference, by);
    }

    void grant(long id, int seen, Collection<Long> wanted, Actor by) {
        Account account = held(id);
        boolean administrator = account.administrator();
        List<String> names = account.roleNames();
        administration.grant(account, seen, roles.of(wanted));
        if (administrator && !account.administrator()) entrances.keepAnAdministrator();
        boolean made = !administrator && account.administrator();
        if (made) end(id);
        if (!names.equals(account.roleNames())) tell(made ? Kind.ADMINISTRATOR_MADE : Kind.ROLES_CHANGED, account, "roles=" + account.roleNames(), by);
    }

    void disable(long id, Actor by) {
        Account account = administration.enable(held(id), false);
        end(id);
        keepAnAdministrator(account);
        tell(Kind.DISABLED, account, "", by);
    }

    void enable(long id, Actor by) {
        tell(Kind.ENABLED, administration.enable(held(id), true), "", by);
    }

    void delete(long id, Actor by) {
        Account account = held(id);
        boolean administrator = account.administrator();
        administration.remove(account);
        if (administrator) entrances.keepAnAdministrator();
        tell(Kind.DELETED, account, "", by);
    }

    void oneTime(long id, PasswordHash hash, boolean unbind, Actor by) {
        Account account = administration.oneTime(held(id), hash);
        if (unbind) administration.unbindAll(account);
        end(id);
        keepAnAdministrator(account);
        tell(Kind.ONE_TIME_PASSWORD, account, unbind ? "everything unbound" : "", by);
    }

    String unbind(long id, long identity, Actor by) {
        Account account = held(id);
        Identity bound = account.identities().stream().filter(one -> one.id() == identity).findFirst().orElseThrow(AccountRefused::unknown);
        Provider provider = providers.find(bound.provider()).orElseThrow();
        administration.unbind(account, bound, entrances.open(), AccountRefused.theirLastWayIn(provider.name(), provider.slug()));
        attempts.endOf(id, provider.id());
        keepAnAdministrator(account);
        events.fire(new AccountEvent(Kind.UNBOUND, id, account.username(), provider.slug(), by, ""));
        return provider.name();
    }

    void endSession(long id, long session, Actor by) {
        Account account = account(id);
        if (!sessions.end(id, session)) throw AccountRefused.unknown();
        tell(Kind.SESSIONS_ENDED, account, "one", by);
    }

    void endSessions(long id, Actor by) {
        Account account = account(id);
        end(id);
        tell(Kind.SESSIONS_ENDED, account, "all", by);
    }

    /** Whatever was begun for the account is over. */
    private void end(long account) {
        sessions.endAll(account);
        attempts.endOf(account);
    }

    private void keepAnAdministrator(Account touched) {
        if (touched.administrator()) entrances.keepAnAdministrator();
    }

    /** The account, and the say over who is left as an administrator, until this is done. */
    private Account held(long id) {
        administrators.hold();
        return accounts.locked(id);
    }

    private Account account(long id) {
        return accounts.find(id).orElseThrow(AccountRefused::unknown);
    }

    private void tell(Kind kind, Account account, String detail, Actor by) {
        events.fire(new AccountEvent(kind, account.id(), account.username(), "", by, detail));
    }
}

package gatehouse.account;

import java.time.Clock;
import java.util.Collection;
import java.util.function.Predicate;

import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * What an administrator does to somebody's account, as far as the account goes. Whoever calls has locked it, and looks after its sessions
 * and the last administrator.
 */
@ApplicationScoped
@Transactional
public class Administration {

    @Inject
    Accounts accounts;
    @Inject
    Clock clock;

    /** A new account without a password. @throws Refusal 422 when the name is not free */
    public Account add(Particulars wish, Collection<Role> roles) {
        if (!accounts.free(wish.username())) throw AccountRefused.usernameTaken();
        Account account = accounts.add(new Account(wish.username(), wish.basePath(), wish.permissions(), wish.person(), clock.instant()));
        account.settle(wish.basePath().resolve(account.username(), account.id()));
        account.grantFrom(Grant.BY_HAND, roles);
        return account;
    }

    /**
     * Makes the account what is wished; the same again changes nothing.
     *
     * @param seen the version that the wish was made from
     * @return what changed, as {@code name=value}; empty for nothing
     * @throws Refusal 409 when somebody else changed it since, 422 when the name is taken
     */
    public String change(long id, int seen, Particulars wish) {
        Account account = accounts.locked(id);
        String difference = wish.differenceTo(Particulars.of(account));
        if (difference.isEmpty()) return difference;
        if (account.version() != seen) throw AccountRefused.changedMeanwhile();
        accounts.rename(account, wish.username());
        account.allow(wish.basePath(), wish.permissions());
        account.describe(wish.person());
        return difference;
    }

    /** The roles by hand from now on; those of providers stay. @throws Refusal 409 when somebody else changed the account since */
    public Account grant(Account account, int seen, Collection<Role> roles) {
        if (account.version() != seen) throw AccountRefused.changedMeanwhile();
        account.grantFrom(Grant.BY_HAND, roles);
        accounts.flush();
        return account;
    }

    public Account enable(Account account, boolean on) {
        account.enable(on);
        accounts.flush();
        return account;
    }

    /** Replaces whatever password there is by one that is good for a day and must be changed. */
    public Account oneTime(Account account, PasswordHash hash) {
        account.setOneTimePassword(hash.phc(), clock.instant().plus(Passwords.ONE_TIME));
        accounts.flush();
        return account;
    }

    /** @throws Refusal {@code lastWayIn} when it is that; a one-time password is a way in */
    public void unbind(Account account, Identity bound, Predicate<Identity> wayIn, Refusal lastWayIn) {
        account.unbind(bound, account.opensByPassword(clock.instant()), wayIn, lastWayIn);
        accounts.flush();
    }

    /** Every identity goes, after a password was given. */
    public void unbindAll(Account account) {
        account.identities().forEach(account::giveUp);
        accounts.flush();
    }

    /** The account, its identities, roles, sessions and trips go; its usernames are never given away again. */
    public void remove(Account account) {
        accounts.remove(account);
    }
}

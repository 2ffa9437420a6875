package gatehouse.profile;

import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.AccountEvent;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.account.PasswordHash;
import gatehouse.account.Username;
import gatehouse.attempt.Attempts;
import gatehouse.session.CurrentAccount;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** An account becomes what its person wishes: all of it, or nothing. */
@ApplicationScoped
@Transactional
class Change {

    @Inject
    Accounts accounts;
    @Inject
    Sessions sessions;
    @Inject
    Attempts attempts;
    @Inject
    CurrentAccount current;
    @Inject
    Event<AccountEvent> events;

    /**
     * @param hash    of the wished password, made before: hashing holds no connection
     * @param besides done with the rest, or not at all
     * @return the new token of this session, when the password changed
     */
    Optional<String> settle(long id, ProfileForm.Wish wish, Optional<PasswordHash> hash, Runnable besides) {
        Account account = accounts.locked(id);
        rename(account, wish.username());
        account.describe(account.person().typed(wish.nickname(), wish.email()));
        besides.run();
        return hash.map(password -> replace(current.session(), password));
    }

    private void rename(Account account, Username name) {
        if (name.shown().equals(account.username())) return;
        String before = account.username();
        accounts.rename(account, name);
        Actor self = new Actor(account.id(), account.username());
        events.fire(new AccountEvent(AccountEvent.Kind.RENAMED, account.id(), account.username(), "", self, before + " → " + account.username()));
    }

    /** @return the new token of this session. @throws Refusal 409 when the one-time password was replaced meanwhile */
    String replaceOneTime(SessionView session, PasswordHash password) {
        if (!accounts.locked(session.account()).mustChangePassword()) throw new Refusal(409, "refused.changed").again("/profile");
        return replace(session, password);
    }

    /** Whoever else is signed in, or about to bind something, is so by the old password: all that ends. */
    private String replace(SessionView session, PasswordHash password) {
        accounts.setPassword(session.account(), password);
        sessions.endOthers(session.account(), session.id());
        sessions.endChildren(session.id());
        attempts.endOf(session.account());
        return sessions.prove(session.account(), session.id());
    }
}

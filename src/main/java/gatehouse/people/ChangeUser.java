package gatehouse.people;

import java.util.Collection;

import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Actor;
import gatehouse.account.Particulars;
import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** An administrator changes somebody's account. Each is refused (409) when no enabled administrator could get in after it; it takes effect on all nodes at once. */
@ApplicationScoped
public class ChangeUser {

    @Inject
    Deeds deeds;
    @Inject
    Accounts accounts;
    @Inject
    Roles roles;

    /** @param seen the account's version that the wish was made from. @throws gatehouse.web.Refusal 409 when somebody was quicker, 422 when the name is taken */
    public void change(long id, int seen, Particulars wish, Actor by) {
        settled(() -> deeds.change(id, seen, wish, by));
    }

    /** Whether these roles would make an administrator of somebody who is none: that asks for a sign-in at most 15 minutes old. */
    @Transactional
    public boolean makesAdministrator(long id, Collection<Long> wanted) {
        boolean already = accounts.find(id).orElseThrow(AccountRefused::unknown).administrator();
        return !already && roles.of(wanted).stream().anyMatch(Role::administrator);
    }

    /** The roles by hand from now on; those that providers grant stay. @throws gatehouse.web.Refusal 409 when somebody was quicker, 422 when a role is gone */
    public void grant(long id, int seen, Collection<Long> roles, Actor by) {
        settled(() -> deeds.grant(id, seen, roles, by));
    }

    /** Ends all sessions and trips as well. */
    public void disable(long id, Actor by) {
        settled(() -> deeds.disable(id, by));
    }

    public void enable(long id, Actor by) {
        settled(() -> deeds.enable(id, by));
    }

    /** Takes the account away with all that belongs to it. Its usernames are never given to another account. */
    public void delete(long id, Actor by) {
        settled(() -> deeds.delete(id, by));
    }

    private static void settled(Runnable deed) {
        Races.settled(() -> {
            deed.run();
            return true;
        });
    }
}

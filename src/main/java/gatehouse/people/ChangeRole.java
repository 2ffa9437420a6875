package gatehouse.people;

import gatehouse.account.Actor;
import gatehouse.account.RoleDraft;
import gatehouse.account.Roles;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An administrator adds, changes and deletes roles; refused (409) when no enabled administrator could get in after it, or a provider grants the role. */
@ApplicationScoped
public class ChangeRole {

    @Inject
    RoleDeeds deeds;
    @Inject
    Roles roles;

    /** @return its id. @throws gatehouse.web.Refusal 422 when a role's name looks the same */
    public long add(RoleDraft draft, Actor by) {
        return Races.settled(() -> deeds.add(draft, by));
    }

    /** Whether it would make administrators of all who have it: that asks for a sign-in at most 15 minutes old. */
    public boolean makesAdministrators(long id, RoleDraft draft) {
        return draft.administrator() && !roles.find(id).administrator();
    }

    /** @param seen the role's version that the draft was made from. @throws gatehouse.web.Refusal 409 also when somebody was quicker */
    public void change(long id, int seen, RoleDraft draft, Actor by) {
        Races.settled(() -> deeds.change(id, seen, draft, by));
    }

    /** Everybody who has it loses it. @throws gatehouse.web.Refusal 409 also for the two that ship */
    public void delete(long id, Actor by) {
        Races.settled(() -> deeds.delete(id, by));
    }
}

package gatehouse.people;

import gatehouse.account.Actor;
import gatehouse.session.CurrentAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The administrator whose request this is. */
@RequestScoped
public class Doer {

    @Inject
    CurrentAccount current;

    Actor actor() {
        return new Actor(current.id(), current.session().username());
    }

    /** Whether they proved who they are at most 15 minutes ago. */
    boolean fresh() {
        return current.fresh();
    }
}

package gatehouse.people;

import gatehouse.account.Actor;
import gatehouse.session.CurrentAccount;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The administrator whose request this is. */
@RequestScoped
public class Doer {

    @Inject
    CurrentAccount current;

    Actor actor() {
        return new Actor(current.id(), current.username());
    }

    /** Whether they proved who they are at most 15 minutes ago. */
    boolean fresh() {
        return current.fresh();
    }

    /** @throws Refusal 403 for a program, and for a browser whose sign-in is older */
    void proveFresh() {
        if (!current.fresh()) throw new Refusal(403, current.token().isPresent() ? "refused.browser-only" : "refused.not-fresh");
    }
}

package gatehouse.profile;

import gatehouse.account.AccountRefused;
import gatehouse.session.CurrentAccount;
import gatehouse.session.SessionEnded;
import gatehouse.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A person signs out on other devices; only their own sessions are there to be ended. */
@ApplicationScoped
@Transactional
public class EndSessions {

    @Inject
    Sessions sessions;
    @Inject
    CurrentAccount current;
    @Inject
    Event<SessionEnded> events;

    /** @throws gatehouse.web.Refusal 404 when the person has no such session */
    void one(long id) {
        if (!sessions.end(current.id(), id)) throw AccountRefused.unknown();
        tell(false);
    }

    /** All of them but the one that asks; all, when a program does. */
    void others() {
        sessions.endOthers(current.id(), asking());
        tell(true);
    }

    /** The session that asks; 0, which none has, when a program does. */
    long asking() {
        return current.token().isPresent() ? 0 : current.session().id();
    }

    private void tell(boolean others) {
        events.fire(new SessionEnded(current.id(), current.username(), others));
    }
}

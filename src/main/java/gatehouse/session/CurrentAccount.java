package gatehouse.session;

import java.time.Clock;
import java.util.Optional;

import gatehouse.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Whose request this is. */
@RequestScoped
public class CurrentAccount {

    @Inject
    Clock clock;
    private Optional<SessionView> session = Optional.empty();

    /** Said once, by the filter that read the cookie. */
    public void is(SessionView view) {
        session = Optional.of(view);
    }

    public boolean signedIn() {
        return session.isPresent();
    }

    /** @throws Refusal 401 when nobody is signed in */
    public SessionView session() {
        return session.orElseThrow(() -> new Refusal(401, "refused.sign-in"));
    }

    public long id() {
        return session().account();
    }

    /** Whether the person proved who they are at most 15 minutes ago; sensitive actions need that. */
    public boolean fresh() {
        return session().freshAt(clock.instant());
    }
}

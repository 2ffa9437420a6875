package gatehouse.profile;

import java.util.Objects;

import gatehouse.account.AccountEvent;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Administrators;
import gatehouse.account.Identity;
import gatehouse.account.Outsider;
import gatehouse.attempt.Attempts;
import gatehouse.attempt.Errand;
import gatehouse.provider.Entrances;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Binds and unbinds: by the session that began it, for its own account, and never the last way in. */
@ApplicationScoped
public class Binding {

    @Inject
    Accounts accounts;
    @Inject
    Providers providers;
    @Inject
    Entrances entrances;
    @Inject
    Administrators administrators;
    @Inject
    Sessions sessions;
    @Inject
    Attempts attempts;
    @Inject
    CurrentAccount current;
    @Inject
    Event<AccountEvent> events;

    /** Ends a trip that was begun to bind. @throws Refusal 400 when this is not the session that began it, 409 when it cannot be bound */
    @Transactional
    public Identity bind(Errand errand, Provider provider, Outsider outsider) {
        boolean same = current.signedIn() && Objects.equals(errand.session(), current.session().id()) && Objects.equals(errand.account(), current.id());
        if (!same) throw new Refusal(400, "refused.attempt-unknown").again("/profile");
        Identity bound = accounts.bind(current.id(), outsider, provider.name());
        accounts.grantFrom(bound.account(), provider.id(), providers.find(provider.id()).orElseThrow().roles());
        events.fire(new AccountEvent(AccountEvent.Kind.BOUND, current.id(), bound.account().username(), provider.slug()));
        return bound;
    }

    /**
     * Gives an identity up: trips begun for it and sessions that began with it end, but for this one.
     *
     * @return the provider's name
     * @throws Refusal 404 when it is not bound, 409 when it is the last way in
     */
    @Transactional
    public String unbind(String slug) {
        if (current.session().administrator()) administrators.hold();
        Provider provider = providers.named(slug);
        accounts.locked(current.id()).identityAt(provider.id()).ifPresent(bound -> sessions.outlive(current.session().id(), bound.id()));
        accounts.unbind(current.id(), provider.id(), entrances.open(), AccountRefused.lastWayIn(provider.name(), slug));
        attempts.endOf(current.id(), provider.id());
        events.fire(new AccountEvent(AccountEvent.Kind.UNBOUND, current.id(), current.session().username(), slug));
        return provider.name();
    }
}

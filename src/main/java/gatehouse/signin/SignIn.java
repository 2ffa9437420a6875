package gatehouse.signin;

import java.util.Optional;

import gatehouse.account.Account;
import gatehouse.account.AccountRefused;
import gatehouse.account.Accounts;
import gatehouse.account.Identity;
import gatehouse.account.Outsider;
import gatehouse.mapping.ExternalProfile;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.Device;
import gatehouse.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * What a sign-in decides: whose account an outsider opens, in one transaction; unique constraints have the last word. The account is held
 * meanwhile, so that nobody switches it off between the decision and the session.
 */
@ApplicationScoped
public class SignIn {

    @Inject
    Accounts accounts;
    @Inject
    AutoRegistration registration;
    @Inject
    Providers providers;
    @Inject
    Sessions sessions;
    @Inject
    Event<SignedIn> events;

    /**
     * @param expected the only account that may come in, when somebody proves themselves anew; null for anybody
     * @return the token of a new session. @throws gatehouse.web.Refusal 403 when the account is disabled, another one, or registration is closed
     */
    @Transactional
    public String settle(long providerId, ExternalProfile profile, Outsider outsider, Long expected, Device device) {
        Provider provider = providers.find(providerId).orElseThrow();
        Optional<Identity> known = accounts.boundTo(outsider);
        if (expected != null && known.filter(identity -> identity.account().id() == expected).isEmpty()) throw SignInRefused.somebodyElse(provider);
        Account account = known.map(identity -> accounts.locked(identity.account().id())).orElseGet(() -> registration.register(provider, profile, outsider));
        if (account.disabled()) throw AccountRefused.disabled().again("/login").about(account.id());
        Identity identity = account.identityAt(providerId).orElseThrow();
        accounts.used(identity, outsider);
        accounts.grantFrom(account, providerId, provider.roles());
        events.fire(new SignedIn(account.id(), account.username(), provider.slug(), expected != null));
        return sessions.open(account.id(), identity.id(), device);
    }
}

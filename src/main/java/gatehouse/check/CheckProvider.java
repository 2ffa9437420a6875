package gatehouse.check;

import gatehouse.provider.Provider;
import gatehouse.secret.Secret;
import gatehouse.web.Races;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** An administrator has a provider's connection looked at, so many times a minute. */
@ApplicationScoped
class CheckProvider {

    @Inject
    CheckTries tries;
    @Inject
    Surveyor surveyor;

    /** Its secret stays sealed. @param account the administrator's. @throws gatehouse.web.Refusal 429 when there were too many in this minute */
    Survey by(Provider provider, long account) {
        Races.settled(() -> {
            tries.take(account, provider.slug());
            return account;
        });
        return surveyor.of(provider.connection(Secret.NONE));
    }
}

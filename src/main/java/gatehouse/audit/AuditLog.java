package gatehouse.audit;

import java.time.Clock;

import gatehouse.account.AccountEvent;
import gatehouse.provider.ProviderEvent;
import gatehouse.setting.SettingsChanged;
import gatehouse.signin.SignInFailed;
import gatehouse.signin.SignedIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Hears what happens and writes it down: in the same transaction, so that what is undone is not told; refusals in one of their own. */
@ApplicationScoped
public class AuditLog {

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;

    @Transactional
    public void signedIn(@Observes SignedIn event) {
        write("SIGNED_IN", event.account(), event.username(), event.provider(), "");
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void failed(@Observes SignInFailed event) {
        write("SIGN_IN_FAILED", null, event.username(), event.provider(), event.reason());
    }

    @Transactional
    public void changed(@Observes AccountEvent event) {
        write(event.kind().name(), event.account(), event.username(), event.provider(), "");
    }

    @Transactional
    public void changed(@Observes SettingsChanged event) {
        write("SETTINGS_CHANGED", event.account(), event.username(), "", event.change());
    }

    @Transactional
    public void changed(@Observes ProviderEvent event) {
        write("PROVIDER_" + event.kind(), event.account(), event.username(), event.provider(), event.change());
    }

    private void write(String kind, Long account, String username, String provider, String reason) {
        em.persist(new AuditEvent(clock.instant(), kind, account, username, provider, reason));
    }
}

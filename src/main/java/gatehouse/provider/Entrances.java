package gatehouse.provider;

import java.util.List;
import java.util.function.Predicate;

import gatehouse.account.Administrators;
import gatehouse.account.Identity;
import gatehouse.setting.Settings;
import gatehouse.setting.SettingsChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/**
 * How people get in: by a password of their own, or, while single sign-on is on, by an identity at an enabled provider that still
 * has the same issuer.
 */
@ApplicationScoped
@Transactional
public class Entrances {

    private static final String PASSWORD = "(a.passwordHash is not null and a.oneTimeUntil is null)";
    private static final String IDENTITY = "exists (select 1 from Identity o, Provider p where o.account = a and p.id = o.provider"
            + " and p.enabled = true and p.destination.issuer = o.issuer and p.id <> :without)";

    @PersistenceContext
    EntityManager em;
    @Inject
    Administrators administrators;
    @Inject
    Settings settings;

    /** The usernames of those who could not get in any more if this provider were gone. */
    List<String> stranded(Provider provider) {
        return em.createQuery("select a.username from Identity i join i.account a where i.provider = :without and a.disabled = false"
                        + " and not " + PASSWORD + " and not " + IDENTITY + " order by a.canonical", String.class)
                .setParameter("without", provider.id()).getResultList();
    }

    /** Whether somebody could sign in by this identity now. */
    public Predicate<Identity> open() {
        boolean on = settings.enabledNow();
        return identity -> on && admits(em.find(Provider.class, identity.provider()), identity);
    }

    private static boolean admits(Provider provider, Identity identity) {
        return provider.enabled() && provider.issuer().equals(identity.issuer());
    }

    /**
     * To be asked within the transaction that has just taken something away, with the administrators held before.
     *
     * @throws gatehouse.web.Refusal 409 when no enabled administrator could get in
     */
    public void keepAnAdministrator() {
        String ways = settings.enabledNow() ? "(" + PASSWORD + " or " + IDENTITY.replace(":without", "0") + ")" : PASSWORD;
        boolean none = em.createQuery("select a.id from Account a join a.grants g where g.role.administrator = true and a.disabled = false and " + ways, Long.class)
                .setMaxResults(1).getResultList().isEmpty();
        if (none) throw ProviderRefused.lastAdministrator();
    }

    /** Without single sign-on an administrator with a password has to be left. */
    void stay(@Observes SettingsChanged event) {
        if (settings.enabledNow()) return;
        administrators.hold();
        keepAnAdministrator();
    }
}

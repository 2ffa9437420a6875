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
    private static final String STRANDED = " from Identity i join i.account a where i.provider = :without and a.disabled = false and not " + PASSWORD
            + " and not " + IDENTITY;

    @PersistenceContext
    EntityManager em;
    @Inject
    Administrators administrators;
    @Inject
    Settings settings;

    /** How many people could not get in any more if this provider were gone. */
    long stranded(Provider provider) {
        return em.createQuery("select count(i)" + STRANDED, Long.class).setParameter("without", provider.id()).getSingleResult();
    }

    /** The usernames of the first {@code most} of them, in the order in which their accounts were made: an index has it. */
    List<String> firstStranded(Provider provider, int most) {
        return em.createQuery("select a.username" + STRANDED + " order by i.account.id", String.class).setParameter("without", provider.id())
                .setMaxResults(most).getResultList();
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

package gatehouse.provider;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** How people get in: by a password of their own, or by an identity at an enabled provider that still has the same issuer. */
@ApplicationScoped
@Transactional
public class Entrances {

    private static final String PASSWORD = "(a.passwordHash is not null and a.oneTimeUntil is null)";
    private static final String IDENTITY = "exists (select 1 from Identity o, Provider p where o.account = a and p.id = o.provider"
            + " and p.enabled = true and p.destination.issuer = o.issuer and p.id <> :without)";

    @PersistenceContext
    EntityManager em;

    /** The usernames of those who could not get in any more if this provider were gone. */
    List<String> stranded(Provider provider) {
        return em.createQuery("select a.username from Identity i join i.account a where i.provider = :without and a.disabled = false"
                        + " and not " + PASSWORD + " and not " + IDENTITY + " order by a.canonical", String.class)
                .setParameter("without", provider.id()).getResultList();
    }

    /** To be asked within the transaction that has just changed a provider. @throws gatehouse.web.Refusal 409 when no administrator could get in */
    void keepAnAdministrator() {
        long left = em.createQuery("select count(distinct a.id) from Account a join a.grants g where g.role.administrator = true"
                        + " and a.disabled = false and (" + PASSWORD + " or " + IDENTITY + ")", Long.class)
                .setParameter("without", 0L).getSingleResult();
        if (left == 0) throw ProviderRefused.lastAdministrator();
    }
}

package gatehouse.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Those who may everything. Whatever could leave none of them a way in is done one after the other, on all nodes. */
@ApplicationScoped
@Transactional
public class Administrators {

    @PersistenceContext
    EntityManager em;

    /**
     * Locks the one row that is always there, the role {@code administrator}, until the transaction ends. To be taken before any other
     * row by whatever takes rights, ways in or roles away: who comes second sees what the first has left.
     */
    public void hold() {
        em.createNativeQuery("select id from role where name = 'administrator' for update").getSingleResult();
    }
}

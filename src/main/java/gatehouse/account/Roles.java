package gatehouse.account;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The roles there are. */
@ApplicationScoped
@Transactional
public class Roles {

    @PersistenceContext
    EntityManager em;

    public List<Role> all() {
        return em.createQuery("select r from Role r order by r.name", Role.class).getResultList();
    }

    /** The roles a provider may grant: all but those that make an administrator. */
    public List<Role> grantable() {
        return all().stream().filter(role -> !role.administrator()).toList();
    }

    Role administrator() {
        return em.createQuery("select r from Role r where r.name = :name", Role.class)
                .setParameter("name", Role.ADMINISTRATOR).getSingleResult();
    }
}

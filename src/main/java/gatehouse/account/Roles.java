package gatehouse.account;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The roles there are. Whoever changes them holds the administrators' row, so that no two names look alike and the last administrator stays. */
@ApplicationScoped
@Transactional
public class Roles {

    @PersistenceContext
    EntityManager em;
    @Inject
    Administrators administrators;

    public List<Role> all() {
        return em.createQuery("select r from Role r order by r.name", Role.class).getResultList();
    }

    /** The roles a provider may grant: all but those that make an administrator. */
    public List<Role> grantable() {
        return all().stream().filter(role -> !role.administrator()).toList();
    }

    /** @throws gatehouse.web.Refusal 404 when there is none */
    public Role find(long id) {
        Role role = em.find(Role.class, id);
        if (role == null) throw AccountRefused.unknown();
        return role;
    }

    /** The roles of these ids. @throws gatehouse.web.Refusal 422 when one of them is gone */
    public List<Role> of(Collection<Long> ids) {
        Set<Long> wanted = new HashSet<>(ids);
        List<Role> found = all().stream().filter(role -> wanted.contains(role.id())).toList();
        if (found.size() != wanted.size()) throw AccountRefused.roleUnknown();
        return found;
    }

    Role administrator() {
        return em.createQuery("select r from Role r where r.name = :name", Role.class)
                .setParameter("name", Role.ADMINISTRATOR).getSingleResult();
    }

    /** @throws gatehouse.web.Refusal 422 when a role has such a name */
    public Role add(RoleDraft draft) {
        administrators.hold();
        free(draft.name(), 0);
        Role role = new Role(draft);
        em.persist(role);
        em.flush();
        return role;
    }

    /** @throws gatehouse.web.Refusal 409 when somebody else changed it since version {@code seen}, 422 when another role has such a name */
    public Role change(long id, int seen, RoleDraft draft) {
        Role role = held(id);
        if (role.version() != seen) throw AccountRefused.changedMeanwhile();
        if (!role.shipped()) free(draft.name(), id);
        role.become(draft);
        em.flush();
        if (role.administrator()) forgetProviders(id);
        return role;
    }

    /** What a provider gave when it still granted the role is withdrawn: only a hand makes an administrator. */
    private void forgetProviders(long role) {
        em.createNativeQuery("delete from role_grant where role_id = :role and source <> 0").setParameter("role", role).executeUpdate();
    }

    /** Everybody who has it loses it. @throws gatehouse.web.Refusal 409 when it ships with the house */
    public Role delete(long id) {
        Role role = held(id);
        if (role.shipped()) throw AccountRefused.shippedRole();
        em.createNativeQuery("delete from role_grant where role_id = :role").setParameter("role", id).executeUpdate();
        em.remove(role);
        em.flush();
        return role;
    }

    private Role held(long id) {
        administrators.hold();
        Role role = em.find(Role.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (role == null) throw AccountRefused.unknown();
        return role;
    }

    private void free(RoleName name, long own) {
        if (all().stream().anyMatch(role -> role.id() != own && name.looksLike(role.name()))) throw AccountRefused.roleTaken();
    }
}

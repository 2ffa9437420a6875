package gatehouse.guard;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The guarded services as administrators see them, at most 500. Whoever reads or writes them without a transaction gets one. */
@ApplicationScoped
@Transactional
class ServiceRows {

    private static final int MOST = 500;

    @PersistenceContext
    EntityManager em;
    @Inject
    Roles roles;
    @Inject
    Event<GuardEvent> events;

    List<Guarded> all() {
        return em.createQuery("select distinct g from Guarded g left join fetch g.roles order by g.origin, g.prefix", Guarded.class).getResultList();
    }

    /** @throws gatehouse.web.Refusal 404 when there is none */
    Guarded one(long id) {
        return Optional.ofNullable(em.find(Guarded.class, id)).orElseThrow(GuardRefused::unknown);
    }

    /** Adds one; the same sent twice adds one. @throws gatehouse.web.Refusal 422 when another service has the address, 409 when there are 500 */
    Guarded add(Draft draft, Visit.Me by) {
        Optional<Guarded> there = there(draft);
        if (there.filter(one -> one.draft().equals(draft)).isPresent()) return there.get();
        there.ifPresent(one -> {
            throw GuardRefused.taken(one.name());
        });
        if (all().size() >= MOST) throw GuardRefused.tooMany(MOST);
        Guarded added = new Guarded(draft, granted(draft));
        em.persist(added);
        em.flush();
        events.fire(GuardEvent.of(GuardEvent.Kind.SERVICE_ADDED, by, added));
        return added;
    }

    /** Changes one; the same sent twice changes nothing. @throws gatehouse.web.Refusal 409 when somebody else changed it since version {@code seen} */
    Guarded change(long id, Draft draft, int seen, Visit.Me by) {
        Guarded guarded = locked(id);
        if (guarded.draft().equals(draft)) return guarded;
        if (guarded.version() != seen) throw GuardRefused.changedMeanwhile();
        there(draft).filter(other -> other.id() != id).ifPresent(other -> {
            throw GuardRefused.taken(other.name());
        });
        guarded.become(draft, granted(draft));
        em.flush();
        events.fire(GuardEvent.of(GuardEvent.Kind.SERVICE_CHANGED, by, guarded));
        return guarded;
    }

    void remove(long id, Visit.Me by) {
        Guarded guarded = locked(id);
        em.remove(guarded);
        em.flush();
        events.fire(GuardEvent.of(GuardEvent.Kind.SERVICE_DELETED, by, guarded));
    }

    private Guarded locked(long id) {
        Guarded guarded = one(id);
        em.refresh(guarded, LockModeType.PESSIMISTIC_WRITE);
        return guarded;
    }

    private Optional<Guarded> there(Draft draft) {
        return em.createQuery("select g from Guarded g where g.origin = :origin and g.prefix = :prefix", Guarded.class).setParameter("origin", draft.origin())
                .setParameter("prefix", draft.prefix()).getResultStream().findFirst();
    }

    private Set<Role> granted(Draft draft) {
        return new HashSet<>(roles.all().stream().filter(role -> draft.roles().contains(role.id())).toList());
    }
}

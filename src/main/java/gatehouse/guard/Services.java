package gatehouse.guard;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.account.Role;
import gatehouse.account.Roles;
import gatehouse.web.PublicUrl;
import gatehouse.web.Site;
import gatehouse.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** The guarded services, at most 500. Which of them an address belongs to may be a second old, as settings are; people and sessions never. */
@ApplicationScoped
public class Services {

    private static final long SECOND = 1_000_000_000L;
    private static final int MOST = 500;

    private record Snapshot(List<Post> posts, long readAt) {
    }

    @PersistenceContext
    EntityManager em;
    @Inject
    Roles roles;
    @Inject
    Site site;
    @Inject
    Event<GuardEvent> events;
    /** As the container gives it, with a transaction around each reading; what is remembered is handed out without. */
    @Inject
    Services self;
    private volatile Snapshot snapshot;

    @Transactional
    List<Guarded> all() {
        return em.createQuery("select distinct g from Guarded g left join fetch g.roles order by g.origin, g.prefix", Guarded.class).getResultList();
    }

    /** @throws gatehouse.web.Refusal 404 when there is none */
    @Transactional
    Guarded one(long id) {
        return Optional.ofNullable(em.find(Guarded.class, id)).orElseThrow(GuardRefused::unknown);
    }

    /** The service at that address: of several the one whose path says most. */
    Optional<Post> at(String origin, RequestPath path) {
        return posts().stream().filter(post -> post.holds(origin, path)).max(Comparator.comparingInt(post -> post.prefix().names().size()));
    }

    /** One of those on that host. @throws gatehouse.web.Refusal 404 when there is none */
    Post first(String origin) {
        return posts().stream().filter(post -> post.origin().equals(origin)).findFirst().orElseThrow(GuardRefused::unknown);
    }

    Optional<Post> post(long id) {
        return posts().stream().filter(post -> post.id() == id).findFirst();
    }

    private List<Post> posts() {
        Snapshot last = snapshot;
        if (last != null && System.nanoTime() - last.readAt() < SECOND) return last.posts();
        String usual = site.publicUrl().map(PublicUrl::value).orElse("");
        List<Post> posts = self.all().stream().map(guarded -> guarded.post(usual)).toList();
        snapshot = new Snapshot(posts, System.nanoTime());
        return posts;
    }

    @Transactional(Transactional.TxType.SUPPORTS)
    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) GuardEvent event) {
        snapshot = null;
    }

    /** Adds one; the same sent twice adds one. @throws gatehouse.web.Refusal 422 when another service has the address, 409 when there are 500 */
    @Transactional
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
    @Transactional
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

    @Transactional
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

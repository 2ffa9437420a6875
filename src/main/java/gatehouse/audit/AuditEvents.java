package gatehouse.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;

/** The lines of the log: added, read newest first, and thrown away when they are old; never changed. */
@ApplicationScoped
@Transactional
public class AuditEvents {

    private static final int BATCH = 5000;

    @PersistenceContext
    EntityManager em;

    /** In the transaction of what it tells of: what is undone is not told, and what cannot be told is not done. */
    void add(AuditEvent event) {
        em.persist(event);
    }

    /** In a transaction of its own: what was refused has none, or one that is undone. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void addApart(AuditEvent event) {
        em.persist(event);
    }

    /** At most so many, from after that place on. */
    List<AuditEvent> page(AuditFilter filter, Optional<Place> after, int most) {
        if (filter.account().isEmpty()) return find(filter, "", after, most);
        Map<Place, AuditEvent> both = new TreeMap<>();
        for (String whose : List.of("account", "actor")) find(filter, whose, after, most).forEach(event -> both.put(event.place(), event));
        return both.values().stream().limit(most).toList();
    }

    /** What others and they themselves did to this account. */
    List<AuditEvent> about(AuditFilter filter, int most) {
        return find(filter, "account", Optional.empty(), most);
    }

    private List<AuditEvent> find(AuditFilter filter, String whose, Optional<Place> after, int most) {
        List<AuditFilter.Condition> conditions = new ArrayList<>(filter.conditions(whose));
        after.ifPresent(place -> {
            conditions.add(new AuditFilter.Condition("e.at <= :at", "at", place.at()));
            conditions.add(new AuditFilter.Condition("(e.at < :at or e.id < :id)", "id", place.id()));
        });
        String where = conditions.stream().map(AuditFilter.Condition::text).collect(Collectors.joining(" and "));
        TypedQuery<AuditEvent> query = em.createQuery("select e from AuditEvent e" + (where.isEmpty() ? "" : " where " + where)
                + " order by " + filter.leading(whose) + "e.at desc, e.id desc", AuditEvent.class).setMaxResults(most);
        conditions.forEach(condition -> query.setParameter(condition.name(), condition.value()));
        return query.getResultList();
    }

    /** Throws away those before that moment, oldest first, about 5,000 at a time: found by their moments, so that the index serves. @return how many */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    int purge(Instant before) {
        Instant end = em.createQuery("select e.at from AuditEvent e where e.at < :before order by e.at", Instant.class).setParameter("before", before)
                .setFirstResult(BATCH).setMaxResults(1).getResultStream().findFirst().orElse(before);
        return em.createQuery("delete from AuditEvent e where e.at <= :end and e.at < :before").setParameter("end", end).setParameter("before", before)
                .executeUpdate();
    }
}

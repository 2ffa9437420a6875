package gatehouse.people;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import gatehouse.account.Account;
import gatehouse.account.Identity;
import gatehouse.provider.Provider;
import gatehouse.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

/**
 * Finds accounts among a million without looking at all of them: each search follows one index, page by page from the key of a row,
 * and looks at 3,000 accounts at most where more is asked of each than the index knows.
 */
@ApplicationScoped
@Transactional
public class Users {

    static final int ROWS = 50;
    static final int COUNTED = 1000;

    @PersistenceContext
    EntityManager em;
    @Inject
    Clock clock;
    @Inject
    Settings settings;

    Sheet sheet(Search search, Turn turn) {
        Lane lane = Lane.of(search, open(search), clock.instant());
        Walk walk = new Walk(lane, turn);
        boolean counting = lane.tested() && turn.equals(Turn.FIRST);
        List<Position> rows = positions(walk.rows(counting ? COUNTED + 1 : ROWS + 1), walk);
        List<Position> shown = new ArrayList<>(rows.subList(0, Math.min(ROWS, rows.size())));
        Optional<Position> edge = lane.tested() && rows.size() <= (counting ? COUNTED : ROWS) ? positions(walk.edge(), walk).stream().findFirst() : Optional.empty();
        Optional<Position> onward = rows.size() > ROWS ? Optional.of(shown.get(ROWS - 1)) : edge;
        Optional<Position> back = turn.from().map(from -> shown.isEmpty() ? from : shown.get(0));
        if (turn.backward()) Collections.reverse(shown);
        Sheet.Count count = counting ? Sheet.Count.of(rows.size(), edge.isPresent()) : lane.tested() ? Sheet.Count.NONE : count(walk);
        return new Sheet(shown.stream().map(Position::id).toList(), turn.backward() ? onward : back, turn.backward() ? back : onward, count,
                rows.size() <= ROWS && edge.isPresent());
    }

    /** Where an identity opens something, for who looks for those whom nothing opens: the provider, and its issuer now. */
    private Map<Long, String> open(Search search) {
        if (search.state() != Search.State.STRANDED || !settings.sso().enabled()) return Map.of();
        return em.createQuery("select p from Provider p where p.enabled = true", Provider.class).getResultStream().collect(Collectors.toMap(Provider::id, Provider::issuer));
    }

    private Sheet.Count count(Walk walk) {
        Walk whole = new Walk(walk.lane(), Turn.FIRST);
        return Sheet.Count.of(((Number) query(whole.count(COUNTED + 1), whole).getSingleResult()).intValue(), false);
    }

    private List<Position> positions(String sql, Walk walk) {
        List<?> rows = query(sql, walk).getResultList();
        return rows.stream().map(row -> row instanceof Object[] both ? new Position((String) both[1], ((Number) both[0]).longValue())
                : new Position("", ((Number) row).longValue())).toList();
    }

    private Query query(String sql, Walk walk) {
        Query query = em.createNativeQuery(sql);
        walk.lane().values().forEach((name, value) -> bind(query, sql, name, value));
        walk.turn().from().ifPresent(from -> {
            bind(query, sql, "key", from.text());
            bind(query, sql, "last", from.id());
        });
        return query;
    }

    private static void bind(Query query, String sql, String name, Object value) {
        if (Pattern.compile(":" + name + "\\b").matcher(sql).find()) query.setParameter(name, value);
    }

    /** An account and what is bound to it. */
    record Found(Account account, List<Identity> bound) {
    }

    /** These accounts, in this order; those that are gone meanwhile are left out. */
    List<Found> found(List<Long> ids) {
        if (ids.isEmpty()) return List.of();
        Map<Long, Account> accounts = em.createQuery("select distinct a from Account a left join fetch a.grants where a.id in :ids", Account.class)
                .setParameter("ids", ids).getResultList().stream().collect(Collectors.toMap(Account::id, Function.identity()));
        Map<Long, List<Identity>> bound = em.createQuery("select i from Identity i where i.account.id in :ids", Identity.class)
                .setParameter("ids", ids).getResultList().stream().collect(Collectors.groupingBy(identity -> identity.account().id()));
        return ids.stream().map(accounts::get).filter(Objects::nonNull).map(account -> new Found(account, bound.getOrDefault(account.id(), List.of()))).toList();
    }
}

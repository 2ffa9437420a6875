package gatehouse.people;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import gatehouse.account.Role;
import gatehouse.provider.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;

/** Who has which role, and from where. Counted to a thousand: who has more of them has many. */
@ApplicationScoped
@Transactional
public class Holders {

    static final int COUNTED = 1000;

    @PersistenceContext
    EntityManager em;

    /** By the role's id and the source of the grant: 0 for by hand, else the provider's id; at most one more than a thousand each. */
    Map<List<Long>, Integer> count(List<Role> roles, List<Provider> providers) {
        List<Long> sources = new ArrayList<>(List.of(0L));
        providers.forEach(provider -> sources.add(provider.id()));
        String sql = roles.stream().flatMap(role -> sources.stream().map(source -> counted(role.id(), source))).collect(Collectors.joining(" union all "));
        Map<List<Long>, Integer> counts = new HashMap<>();
        for (Object row : em.createNativeQuery(sql).getResultList()) {
            Object[] cells = (Object[]) row;
            counts.put(List.of(((Number) cells[0]).longValue(), ((Number) cells[1]).longValue()), ((Number) cells[2]).intValue());
        }
        return counts;
    }

    private static String counted(long role, long source) {
        return "select " + role + " as role, " + source + " as source, (select count(*) from (select 1 from role_grant where source = " + source
                + " and role_id = " + role + " limit " + (COUNTED + 1) + ") x) as n";
    }
}

package gatehouse.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import gatehouse.account.Role;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** Reads roles as their pages show them, with who has them. */
@ApplicationScoped
@Transactional
public class ShowRoles {

    @Inject
    Holders holders;
    @Inject
    Providers providers;

    /** {@code people}: by hand; {@code granted}: a line for each provider that grants it, or has granted it to somebody. */
    List<Map<String, Object>> rows(List<Role> shown) {
        List<Provider> known = providers.all();
        Map<List<Long>, Integer> counts = holders.count(shown, known);
        return shown.stream().map(role -> row(role, known, counts)).toList();
    }

    private static Map<String, Object> row(Role role, List<Provider> known, Map<List<Long>, Integer> counts) {
        List<Map<String, Object>> granted = new ArrayList<>();
        for (Provider provider : known) {
            int people = counts.get(List.of(role.id(), provider.id()));
            boolean grants = Role.ids(provider.roles()).contains(role.id());
            if (people > 0 || grants) granted.add(Map.of("name", provider.name(), "people", people, "grants", grants));
        }
        return Map.of("id", role.id(), "name", role.name(), "permission", role.permissions().sum(), "administrator", role.administrator(), "shipped", role.shipped(),
                "people", counts.get(List.of(role.id(), 0L)), "granted", granted, "most", Holders.COUNTED);
    }
}

package gatehouse.audit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The SQL of the log's filters with the values put in, for a database to explain. */
public final class Statements {

    private static final Set<String> FEW = Set.of("PROVIDER_CHANGED");
    private static final Set<String> MANY = Set.of("SIGNED_IN");

    private Statements() {
    }

    /** @param place of the last page, as it stands in an address */
    public static Map<String, String> of(String place) {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "log", place, filter(Set.of(), 0, "", ""));
        put(all, "log, event few", place, filter(FEW, 0, "", ""));
        put(all, "log, person", place, filter(Set.of(), 500, "", ""));
        put(all, "log, provider few", place, filter(Set.of(), 0, "town-3", ""));
        put(all, "log, event few and provider many", place, filter(FEW, 0, "town-1", ""));
        put(all, "log, event many and provider few", place, filter(MANY, 0, "town-3", ""));
        put(all, "log, reference", place, filter(Set.of(), 0, "", "00000500"));
        return all;
    }

    private static AuditFilter filter(Set<String> kinds, long account, String provider, String reference) {
        return new AuditFilter(kinds, Optional.of(account).filter(id -> id > 0), "", provider, reference, Optional.empty(), Optional.empty());
    }

    private static void put(Map<String, String> all, String name, String place, AuditFilter filter) {
        all.put(name + ", first page", sql(filter, ""));
        Place last = Place.read(place).orElseThrow();
        all.put(name + ", last page", sql(filter, "e.at <= " + text(last.at()) + " and (e.at < " + text(last.at()) + " or e.id < " + last.id() + ")"));
    }

    private static String sql(AuditFilter filter, String beyond) {
        List<AuditFilter.Condition> conditions = filter.conditions("account");
        String where = conditions.stream().map(one -> one.text().replace(":" + one.name(), text(one.value()))).collect(Collectors.joining(" and "));
        String both = where + (where.isEmpty() || beyond.isEmpty() ? "" : " and ") + beyond;
        String sql = "select e.* from audit_event e" + (both.isEmpty() ? "" : " where " + both) + " order by " + filter.leading("account") + "e.at desc, e.id desc fetch first 51 rows only";
        return sql.replace("e.account ", "e.account_id ").replace("e.account,", "e.account_id,");
    }

    private static String text(Object value) {
        return value instanceof Long number ? number.toString() : "'" + value.toString().replace("'", "''") + "'";
    }

    static String text(Instant at) {
        return "timestamp with time zone '" + at.toString().replace('T', ' ').replace("Z", "+00") + "'";
    }
}

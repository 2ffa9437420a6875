package gatehouse.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which events are wanted; what is empty asks for nothing.
 *
 * @param account  of the person who did it or whom it is about; then {@code username} is empty
 * @param username as it was typed in vain or had by an account that is gone
 * @param from     the first moment, {@code to} the first one after
 */
record AuditFilter(Set<String> kinds, Optional<Long> account, String username, String provider, String reference, Optional<Instant> from,
                   Optional<Instant> to) {

    /** A condition in JPQL on one column, of which {@code name} is the parameter. */
    record Condition(String text, String name, Object value) {
    }

    static AuditFilter about(long account, Set<String> kinds) {
        return new AuditFilter(kinds, Optional.of(account), "", "", "", Optional.empty(), Optional.empty());
    }

    /** @param whose the column of the person: account or actor; empty when nobody is wanted */
    List<Condition> conditions(String whose) {
        List<Condition> all = new ArrayList<>();
        account.ifPresent(id -> all.add(new Condition("e." + whose + " = :person", "person", id)));
        equal(all, "reference", reference);
        equal(all, "username", username);
        equal(all, "provider", provider);
        if (kinds.size() == 1) equal(all, "kind", kinds.iterator().next());
        if (kinds.size() > 1) all.add(new Condition("e.kind in :kinds", "kinds", kinds));
        from.ifPresent(moment -> all.add(new Condition("e.at >= :from", "from", moment)));
        to.ifPresent(moment -> all.add(new Condition("e.at < :to", "to", moment)));
        return all;
    }

    private static void equal(List<Condition> all, String column, String value) {
        if (!value.isEmpty()) all.add(new Condition("e." + column + " = :" + column, column, value));
    }

    /** The columns whose index serves best: each is one value, so ordering by it first changes nothing and shows the index to the database. */
    String leading(String whose) {
        if (account.isPresent()) return "e." + whose + ", ";
        if (!reference.isEmpty()) return "e.reference, ";
        if (!username.isEmpty()) return "e.username, ";
        if (!provider.isEmpty()) return kinds.size() == 1 ? "e.provider, e.kind, " : "e.provider, ";
        return kinds.size() == 1 ? "e.kind, " : "";
    }
}

package gatehouse.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import gatehouse.account.Username;
import gatehouse.people.Search.State;

/**
 * The way through the accounts that a search takes: an index that gives the order, and what is asked of each account on the way.
 *
 * @param from  the table
 * @param where which rows of it
 * @param text  the column of {@code account} that the list is ordered by before the id; empty: by the id alone
 * @param id    the column that holds the account's id
 * @param lead  a column of the index that is the same for all of them; empty for none. H2 follows an index only when it is named whole
 * @param tests what is asked of each account {@code w}; no index answers these
 */
record Lane(String from, String where, String text, String id, String lead, List<String> tests, Map<String, Object> values) {

    private static final String NO_PASSWORD = "(w.password_hash is null or w.one_time_until <= :now)";

    /** @param open the providers whose identities open something, with their issuers: for those whom nothing opens */
    static Lane of(Search search, Map<Long, String> open, Instant now) {
        Map<String, Object> values = new HashMap<>();
        List<String> tests = new ArrayList<>();
        Lane lane = search.text().isEmpty() ? byFilter(search, tests, values) : byText(search, tests, values);
        if (search.state() == State.STRANDED) {
            tests.add("w.disabled = false and " + NO_PASSWORD);
            values.put("now", now);
            if (!open.isEmpty()) tests.add(noIdentity(open, values));
        }
        return lane;
    }

    private static String noIdentity(Map<Long, String> open, Map<String, Object> values) {
        List<String> ways = new ArrayList<>();
        open.forEach((provider, issuer) -> {
            ways.add("i.provider_id = " + provider + " and i.issuer = :issuer" + provider);
            values.put("issuer" + provider, issuer);
        });
        return "not exists (select 1 from identity i where i.account_id = w.id and (" + String.join(" or ", ways) + "))";
    }

    private static Lane byText(Search search, List<String> tests, Map<String, Object> values) {
        holders(search, tests, values);
        provided(search, tests, values);
        state(search, tests);
        if (search.in() == Search.In.SUBJECT) return among("a.id in (select i.account_id from identity i where i.subject = :subject)", tests, with(values, "subject", search.text()));
        if (search.in() == Search.In.EMAIL) return beginning("email_key", search.text().toLowerCase(Locale.ROOT), tests, values);
        if (search.byDirectory()) return beginning("directory_key", search.text(), tests, values);
        return beginning("canonical", Username.beginning(search.text()), tests, values);
    }

    private static Lane beginning(String column, String text, List<String> tests, Map<String, Object> values) {
        Prefix prefix = Prefix.of(text);
        with(values, "from", prefix.from()).put("to", prefix.to());
        return new Lane("account a", "a." + column + " >= :from and a." + column + " < :to", column, "a.id", "", tests, values);
    }

    private static Lane byFilter(Search search, List<String> tests, Map<String, Object> values) {
        if (search.role() != 0) {
            provided(search, tests, values);
            state(search, tests);
            String once = "not exists (select 1 from role_grant s where s.account_id = g.account_id and s.role_id = g.role_id and s.source < g.source)";
            return new Lane("role_grant g", "g.role_id = :role and " + once, "", "g.account_id", "g.role_id", tests, with(values, "role", search.role()));
        }
        if (search.provider() != 0) {
            state(search, tests);
            return new Lane("identity i", "i.provider_id = :provider", "", "i.account_id", "i.provider_id", tests, with(values, "provider", search.provider()));
        }
        return switch (search.state()) {
            case ANY -> new Lane("account a", "1 = 1", "canonical", "a.id", "", tests, values);
            case STRANDED -> among("1 = 1", tests, values);
            default -> new Lane("account a", "a.disabled = " + (search.state() == State.DISABLED), "canonical", "a.id", "a.disabled", tests, values);
        };
    }

    private static Lane among(String where, List<String> tests, Map<String, Object> values) {
        return new Lane("account a", where, "", "a.id", "", tests, values);
    }

    private static void holders(Search search, List<String> tests, Map<String, Object> values) {
        if (search.role() == 0) return;
        tests.add("exists (select 1 from role_grant g where g.account_id = w.id and g.role_id = :role)");
        values.put("role", search.role());
    }

    private static void provided(Search search, List<String> tests, Map<String, Object> values) {
        if (search.provider() == 0) return;
        tests.add("exists (select 1 from identity i where i.account_id = w.id and i.provider_id = :provider)");
        values.put("provider", search.provider());
    }

    private static void state(Search search, List<String> tests) {
        if (search.state() == State.ACTIVE || search.state() == State.DISABLED) tests.add("w.disabled = " + (search.state() == State.DISABLED));
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        values.put(name, value);
        return values;
    }

    boolean overAccounts() {
        return from.equals("account a");
    }

    boolean tested() {
        return !tests.isEmpty();
    }

    /** Usernames are no two alike: where they are the order, the id says nothing more. */
    boolean byName() {
        return text.equals("canonical");
    }
}

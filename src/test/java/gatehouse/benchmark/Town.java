package gatehouse.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** As many people and events as {@code setup/benchmark/users.sql} makes. */
record Town(Ledger ledger, int users) {

    private static final String WHOLE_TABLE = "(?s).*(Seq Scan on (account|identity|role_grant|audit_event)\\b|\\.(ACCOUNT|IDENTITY|ROLE_GRANT|AUDIT_EVENT)\\.tableScan).*";

    /** @return how long it took */
    Duration fill() throws IOException {
        long begun = System.nanoTime();
        String sql = Files.readString(Path.of("setup/benchmark/users.sql")).replace("${users}", Integer.toString(users));
        try (Connection connection = ledger.open(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
            statement.execute(ledger.tidied());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** How the database goes about each search. @throws IllegalStateException when one of them reads a whole table of people or events */
    Map<String, String> plans() {
        Map<String, String> plans = new LinkedHashMap<>();
        try (Connection connection = ledger.open(); Statement statement = connection.createStatement()) {
            Map<String, String> searches = new LinkedHashMap<>(gatehouse.people.Statements.of(number(statement, "select id from role where name = 'editors'"),
                    number(statement, "select id from provider where slug = 'town-3'")));
            searches.putAll(gatehouse.audit.Statements.of(lastOfLog()));
            for (Map.Entry<String, String> search : searches.entrySet()) plans.put(search.getKey(), plan(statement, search.getValue()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return plans;
    }

    /** The place after which the last fifty events come, as it stands in the log's addresses: microseconds and number. */
    String lastOfLog() {
        String sql = "select e.at, e.id from audit_event e order by e.at, e.id limit 1 offset 50";
        try (Connection connection = ledger.open(); Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return ChronoUnit.MICROS.between(Instant.EPOCH, row.getObject(1, OffsetDateTime.class).toInstant()) + "-" + row.getLong(2);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery(ledger.explain() + sql)) {
            while (lines.next()) plan.append("  ").append(lines.getString(1)).append('\n');
        }
        if (plan.toString().matches(WHOLE_TABLE)) throw new IllegalStateException("a whole table is read:\n" + sql + "\n" + plan);
        return plan.toString();
    }
}

package gatehouse.benchmark;

import gatehouse.people.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** As many people as {@code setup/benchmark/users.sql} makes, with two identities each. */
record Town(Postgres database, int users) {

    /** @return how long it took */
    Duration fill() throws IOException {
        long begun = System.nanoTime();
        String sql = Files.readString(Path.of("setup/benchmark/users.sql")).replace("${users}", Integer.toString(users));
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** How PostgreSQL goes about each search. @throws IllegalStateException when one of them reads a whole table of people */
    Map<String, String> plans() {
        Map<String, String> plans = new LinkedHashMap<>();
        try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> search : Statements.of(number(statement, "select id from role where name = 'editors'"),
                    number(statement, "select id from provider where slug = 'town-3'")).entrySet()) plans.put(search.getKey(), plan(statement, search.getValue()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return plans;
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String plan(Statement statement, String sql) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet lines = statement.executeQuery("explain (analyze, costs off, timing off) " + sql)) {
            while (lines.next()) plan.append("  ").append(lines.getString(1)).append('\n');
        }
        if (plan.toString().matches("(?s).*Seq Scan on (account|identity|role_grant)\\b.*")) throw new IllegalStateException("a whole table is read:\n" + sql + "\n" + plan);
        return plan.toString();
    }
}

package gatehouse.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the database to this version's shape. Two nodes at once: Flyway's own lock lets one work and the other wait. */
public final class Migrations {

    private Migrations() {
    }

    /** @throws SQLException when the database cannot be reached or migrated; nothing is left half done */
    public static DataSource run(DataSource database) throws SQLException {
        try {
            Flyway.configure(Migrations.class.getClassLoader()).dataSource(database).locations("classpath:db/migration").placeholders(words(database))
                    .connectRetries(0).load().migrate();
            return database;
        } catch (FlywayException e) {
            throw new SQLException("the database cannot be reached or migrated", e);
        }
    }

    /** What the two databases say differently; H2 compares bytewise and keeps computed columns without being told. */
    private static Map<String, String> words(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            boolean postgresql = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
            return postgresql ? Map.of("bytewise", " collate \"C\"", "stored", " stored") : Map.of("bytewise", "", "stored", "");
        }
    }
}

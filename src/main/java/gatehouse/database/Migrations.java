package gatehouse.database;

import java.sql.SQLException;

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
            Flyway.configure(Migrations.class.getClassLoader()).dataSource(database).locations("classpath:db/migration")
                    .connectRetries(0).load().migrate();
            return database;
        } catch (FlywayException e) {
            throw new SQLException("the database cannot be reached or migrated", e);
        }
    }
}

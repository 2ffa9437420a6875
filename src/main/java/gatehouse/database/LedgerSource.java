package gatehouse.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;

import javax.sql.DataSource;

import gatehouse.config.Config;
import jakarta.annotation.sql.DataSourceDefinition;

/**
 * The one database, given to the container's pool: H2 in the data folder, or PostgreSQL by {@code GATEHOUSE_DB_URL}.
 * Migrates before it hands out its first connection, so that neither server needs any configuration of its own.
 */
@DataSourceDefinition(name = "java:app/jdbc/gatehouse", className = "gatehouse.database.LedgerSource", user = "sa",
        transactional = true, minPoolSize = 2, maxPoolSize = 20, initialPoolSize = 0)
public class LedgerSource implements DataSource {

    private static final Object ONCE = new Object();
    private static volatile DataSource migrated;

    @Override
    public Connection getConnection() throws SQLException {
        return source().getConnection();
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    private static DataSource source() throws SQLException {
        if (migrated != null) return migrated;
        synchronized (ONCE) {
            if (migrated == null) migrated = migrated(Dialects.of(Config.ofServer()));
            return migrated;
        }
    }

    private static DataSource migrated(Dialects dialects) throws SQLException {
        Migrations.run(dialects.patient());
        return dialects.source();
    }

    /** The container sets what the definition names; where the database is, the settings of the process say. */
    public void setUser(String ignored) {
    }

    public void setPassword(String ignored) {
    }

    public void setUrl(String ignored) {
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {
    }

    @Override
    public void setLoginTimeout(int seconds) {
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        if (type.isInstance(this)) return type.cast(this);
        throw new SQLException("not a wrapper for " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }
}

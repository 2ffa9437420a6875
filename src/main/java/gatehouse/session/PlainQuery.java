package gatehouse.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import javax.sql.DataSource;

import gatehouse.database.Wicket;
import gatehouse.web.Refusal;

/**
 * One plain statement, for what is asked at every request of every guarded service: the entity manager would cost more than the
 * database does (docs/performance.md). Without a transaction around it, it is one by itself.
 *
 * @param values for its question marks, in order: texts, numbers and instants
 */
record PlainQuery(String sql, Object... values) {

    /** @throws Refusal 503 while no connection is to be had */
    <T> List<T> ask(Wicket wicket, Wicket.Row<T> row) {
        try {
            return wicket.ask(sql, List.of(values), row);
        } catch (SQLTransientConnectionException away) {
            throw away();
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions cannot be read", e);
        }
    }

    /** Has it change something. @throws Refusal 503 while no connection is to be had */
    void run(DataSource ledger) {
        try (Connection connection = connection(ledger); PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i] instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values[i]);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions cannot be written", e);
        }
    }

    private static Connection connection(DataSource ledger) {
        try {
            return ledger.getConnection();
        } catch (SQLException away) {
            throw away();
        }
    }

    private static Refusal away() {
        return new Refusal(503, "refused.away").retryAfter(5);
    }

    /** A moment that may be missing: null then. */
    static Instant instant(ResultSet at, int column) throws SQLException {
        Timestamp moment = at.getTimestamp(column);
        return moment == null ? null : moment.toInstant();
    }
}

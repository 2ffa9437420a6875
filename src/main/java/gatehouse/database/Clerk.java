package gatehouse.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One connection of the wicket, with every statement it was ever asked; used by one thread at a time. */
final class Clerk {

    private static final Logger LOG = Logger.getLogger(Clerk.class.getName());

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private Clerk(Connection connection) {
        this.connection = connection;
    }

    /** @param seconds how long it waits for a database that has fallen silent, as a broken network leaves it; H2 is never so far away, and takes no notice */
    static Clerk at(Connection connection, int seconds) throws SQLException {
        Clerk clerk = new Clerk(connection);
        try {
            connection.setNetworkTimeout(Runnable::run, seconds * 1000);
            return clerk;
        } catch (SQLException away) {
            clerk.close();
            throw away;
        }
    }

    <T> List<T> answer(String sql, List<Object> values, Wicket.Row<T> row) throws SQLException {
        PreparedStatement statement = prepared(sql);
        for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i) instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : values.get(i));
        List<T> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) rows.add(row.read(found));
        }
        return rows;
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement known = prepared.get(sql);
        if (known != null) return known;
        PreparedStatement fresh = connection.prepareStatement(sql);
        prepared.put(sql, fresh);
        return fresh;
    }

    void close() {
        try {
            connection.close();
        } catch (SQLException gone) {
            LOG.log(Level.FINE, "a connection could not be closed", gone);
        }
    }
}

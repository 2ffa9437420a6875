package gatehouse.session;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import gatehouse.account.Person;
import gatehouse.web.Refusal;

/**
 * Who holds a token, by one plain statement: it is asked at every request of every guarded service, and the entity manager would cost
 * more than the database does (docs/performance.md).
 *
 * @param host   where the token was shown; '' here
 * @param idle   the parent must have been seen since
 * @param oldest and begun since
 */
record HolderQuery(String hash, String host, Instant idle, Instant oldest) {

    private static final String SQL = "select p.id, p.seen, a.id, a.username, a.nickname, a.email, a.email_verified, a.base_path, a.permission,"
            + " r.name, r.permission, r.administrator from session s join session p on p.id = coalesce(s.parent_id, s.id)"
            + " join account a on a.id = s.account_id left join role_grant g on g.account_id = a.id left join role r on r.id = g.role_id"
            + " where s.token_hash = ? and s.host = ? and p.seen > ? and p.created > ? and a.disabled = false and a.one_time_until is null";

    /** @throws Refusal 503 while no connection is to be had */
    List<HolderRow> ask(DataSource ledger) {
        try (Connection connection = connection(ledger); PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, hash);
            statement.setString(2, host);
            statement.setObject(3, idle.atOffset(ZoneOffset.UTC));
            statement.setObject(4, oldest.atOffset(ZoneOffset.UTC));
            try (ResultSet found = statement.executeQuery()) {
                List<HolderRow> rows = new ArrayList<>();
                while (found.next()) rows.add(row(found));
                return rows;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the sessions cannot be read", e);
        }
    }

    private static Connection connection(DataSource ledger) {
        try {
            return ledger.getConnection();
        } catch (SQLException away) {
            throw new Refusal(503, "refused.away").retryAfter(5);
        }
    }

    private static HolderRow row(ResultSet at) throws SQLException {
        Person person = new Person(at.getString(5), at.getString(6), at.getBoolean(7), "", "", "");
        String role = at.getString(10);
        return new HolderRow(at.getLong(1), at.getObject(2, OffsetDateTime.class).toInstant(), at.getLong(3), at.getString(4), person, at.getString(8), at.getInt(9),
                role, role == null ? null : at.getInt(11), role == null ? null : at.getBoolean(12));
    }
}

package gatehouse.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import gatehouse.database.Wicket;

/**
 * Who holds a session, by the hash of its token.
 *
 * @param host   where the token was shown; '' here
 * @param idle   the parent must have been seen since
 * @param oldest and begun since
 */
record HolderQuery(String hash, String host, Instant idle, Instant oldest) {

    private static final String SQL = "select p.id, p.seen, " + GrantRow.COLUMNS + " from session s join session p on p.id = coalesce(s.parent_id, s.id)"
            + " join account a on a.id = s.account_id" + GrantRow.ROLES
            + " where s.token_hash = ? and s.host = ? and p.seen > ? and p.created > ? and a.disabled = false and a.one_time_until is null";

    /** @throws gatehouse.web.Refusal 503 while no connection is to be had */
    List<HolderRow> ask(Wicket wicket) {
        return new PlainQuery(SQL, hash, host, idle, oldest).ask(wicket, HolderQuery::row);
    }

    private static HolderRow row(ResultSet at) throws SQLException {
        return new HolderRow(at.getLong(1), PlainQuery.instant(at, 2), GrantRow.read(at, 3));
    }
}

package gatehouse.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import gatehouse.account.Person;
import gatehouse.database.Wicket;

/**
 * Who holds a session, by the hash of its token.
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

    /** @throws gatehouse.web.Refusal 503 while no connection is to be had */
    List<HolderRow> ask(Wicket wicket) {
        return new PlainQuery(SQL, hash, host, idle, oldest).ask(wicket, HolderQuery::row);
    }

    private static HolderRow row(ResultSet at) throws SQLException {
        Person person = new Person(at.getString(5), at.getString(6), at.getBoolean(7), "", "", "");
        String role = at.getString(10);
        return new HolderRow(at.getLong(1), PlainQuery.instant(at, 2), at.getLong(3), at.getString(4), person, at.getString(8), at.getInt(9),
                role, role == null ? null : at.getInt(11), role == null ? null : at.getBoolean(12));
    }
}

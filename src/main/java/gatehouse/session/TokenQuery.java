package gatehouse.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import gatehouse.account.Person;
import gatehouse.database.Wicket;

/** Who holds an access token, by its hash, while it is good and its account enabled. */
record TokenQuery(String hash, Instant now) {

    private static final String SQL = "select t.id, t.scopes, t.last_used, a.id, a.username, a.nickname, a.email, a.email_verified, a.phone, a.description, a.avatar,"
            + " a.base_path, a.permission, r.name, r.permission, r.administrator from access_token t join account a on a.id = t.account_id"
            + " left join role_grant g on g.account_id = a.id left join role r on r.id = g.role_id where t.token_hash = ? and t.expires > ? and a.disabled = false";

    /** @throws gatehouse.web.Refusal 503 while no connection is to be had */
    List<TokenRow> ask(Wicket wicket) {
        return new PlainQuery(SQL, hash, now).ask(wicket, TokenQuery::row);
    }

    /** Notes that it is used. */
    void notice(DataSource ledger) {
        new PlainQuery("update access_token set last_used = ? where token_hash = ?", now, hash).run(ledger);
    }

    private static TokenRow row(ResultSet at) throws SQLException {
        Person person = new Person(at.getString(6), at.getString(7), at.getBoolean(8), at.getString(9), at.getString(10), at.getString(11));
        String role = at.getString(14);
        return new TokenRow(at.getLong(1), at.getString(2), PlainQuery.instant(at, 3), at.getLong(4), at.getString(5), person, at.getString(12), at.getInt(13),
                role, role == null ? null : at.getInt(15), role == null ? null : at.getBoolean(16));
    }
}

package gatehouse.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import javax.sql.DataSource;

import gatehouse.database.Wicket;

/** Who holds an access token, by its hash, while it is good and its account enabled. */
record TokenQuery(String hash, Instant now) {

    private static final String SQL = "select t.id, t.scopes, t.last_used, " + GrantRow.COLUMNS + " from access_token t join account a on a.id = t.account_id"
            + GrantRow.ROLES + " where t.token_hash = ? and t.expires > ? and a.disabled = false";

    /** @throws gatehouse.web.Refusal 503 while no connection is to be had */
    List<TokenRow> ask(Wicket wicket) {
        return new PlainQuery(SQL, hash, now).ask(wicket, TokenQuery::row);
    }

    /** Notes that it is used. */
    void notice(DataSource ledger) {
        new PlainQuery("update access_token set last_used = ? where token_hash = ?", now, hash).run(ledger);
    }

    private static TokenRow row(ResultSet at) throws SQLException {
        return new TokenRow(at.getLong(1), at.getString(2), PlainQuery.instant(at, 3), GrantRow.read(at, 4));
    }
}

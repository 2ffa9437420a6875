package gatehouse.session;

import java.sql.ResultSet;
import java.sql.SQLException;

import gatehouse.account.Person;

/**
 * An account {@code a} and one of its roles; an account with three roles makes three of them.
 *
 * @param permission the account's own
 * @param role       null without one; then it grants 0 and nothing
 */
record GrantRow(long account, String username, Person person, String basePath, int permission, String role, int granted, boolean administrator) {

    /** What a query selects, all beside each other. */
    static final String COLUMNS = "a.id, a.username, a.nickname, a.email, a.email_verified, a.phone, a.description, a.avatar, a.base_path, a.permission,"
            + " r.name, r.permission, r.administrator";
    /** Its last joins. */
    static final String ROLES = " left join role_grant g on g.account_id = a.id left join role r on r.id = g.role_id";

    /** @param first where the columns begin */
    static GrantRow read(ResultSet at, int first) throws SQLException {
        Person person = new Person(at.getString(first + 2), at.getString(first + 3), at.getBoolean(first + 4), at.getString(first + 5), at.getString(first + 6),
                at.getString(first + 7));
        return new GrantRow(at.getLong(first), at.getString(first + 1), person, at.getString(first + 8), at.getInt(first + 9), at.getString(first + 10),
                at.getInt(first + 11), at.getBoolean(first + 12));
    }
}

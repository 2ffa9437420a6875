package gatehouse.session;

import java.util.List;
import java.util.Objects;

import gatehouse.account.Permissions;

/**
 * What an account may do.
 *
 * @param permissions its own and its roles' together
 * @param roles       their names, sorted
 */
record Rights(Permissions permissions, List<String> roles, boolean administrator) {

    /** @param rows of one account, at least one */
    static Rights of(List<GrantRow> rows) {
        int sum = rows.stream().mapToInt(GrantRow::granted).reduce(rows.get(0).permission(), (some, more) -> some | more);
        List<String> roles = rows.stream().map(GrantRow::role).filter(Objects::nonNull).distinct().sorted().toList();
        return new Rights(Permissions.imported(sum), roles, rows.stream().anyMatch(GrantRow::administrator));
    }
}

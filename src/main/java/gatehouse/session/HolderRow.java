package gatehouse.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.account.Person;

/** A session, its account and one of its roles; an account with three roles makes three of them. Without a role, role is null. */
record HolderRow(long session, Instant seen, long account, String username, Person person, String basePath, int permission, String role,
                 Integer rolePermission, Boolean administrator) {

    /** @param rows of one session, at least one */
    static Holder together(List<HolderRow> rows) {
        HolderRow any = rows.get(0);
        Permissions sum = rows.stream().map(HolderRow::granted).reduce(Permissions.imported(any.permission), Permissions::plus);
        List<String> roles = rows.stream().map(HolderRow::role).filter(Objects::nonNull).distinct().sorted().toList();
        boolean administrator = rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.administrator));
        return new Holder(any.session, any.account, any.username, any.person, new BasePath(any.basePath).resolve(any.username, any.account), sum, roles,
                administrator);
    }

    private Permissions granted() {
        return Permissions.imported(rolePermission == null ? 0 : rolePermission);
    }
}

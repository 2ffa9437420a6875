package gatehouse.session;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.account.Person;

/** A token, its account and one of its roles; an account with three roles makes three of them. Without a role, role is null. */
record TokenRow(long id, String scopes, Instant lastUsed, long account, String username, Person person, String basePath, int permission, String role, Integer rolePermission,
                Boolean administrator) {

    /** @param rows of one token, at least one */
    static TokenView together(List<TokenRow> rows) {
        TokenRow any = rows.get(0);
        Permissions sum = rows.stream().map(TokenRow::granted).reduce(Permissions.imported(any.permission), Permissions::plus);
        Set<String> roles = rows.stream().map(TokenRow::role).filter(Objects::nonNull).collect(Collectors.toSet());
        boolean administrator = rows.stream().anyMatch(row -> Boolean.TRUE.equals(row.administrator));
        return new TokenView(any.id, any.account, any.username, any.person, administrator, Scope.read(any.scopes), new BasePath(any.basePath), sum,
                roles.stream().sorted().toList());
    }

    private Permissions granted() {
        return Permissions.imported(rolePermission == null ? 0 : rolePermission);
    }
}

package gatehouse.session;

import java.util.List;
import java.util.Set;

import gatehouse.account.BasePath;
import gatehouse.account.Permissions;
import gatehouse.account.Person;
import gatehouse.web.Visit;

/**
 * A live access token and its enabled account, as one query reads them at each request: rights are never older than that.
 *
 * @param administrator whether the account is one now; {@link #may} tells what the token may
 * @param permissions   the account's own and its roles' together
 * @param roles         their names, sorted
 */
public record TokenView(long id, long account, String username, Person person, boolean administrator, Set<Scope> scopes, BasePath basePath, Permissions permissions,
                        List<String> roles) {

    /** Whether the token has this scope; {@link Scope#ADMIN} is worth nothing when its account is no administrator any more. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) && (scope != Scope.ADMIN || administrator);
    }

    public Visit.Me me() {
        return new Visit.Me(account, username, may(Scope.ADMIN));
    }
}

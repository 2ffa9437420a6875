package gatehouse.people;

import java.util.List;

/**
 * An account as a line of the list. Public, because templates read it.
 *
 * @param everything an administrator's right
 * @param permission the sum of the account and its roles
 * @param password   {@code own}, {@code once} or {@code none}
 * @param providers  the names of those it is bound to
 * @param kind       {@code active}, {@code disabled}, or {@code stranded}: nothing opens it
 */
public record UserRow(long id, String username, String basePath, boolean everything, int permission, String password, List<String> providers, String kind) {
}

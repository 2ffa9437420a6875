package gatehouse.session;

import java.time.Instant;
import java.util.Set;

/**
 * One line of a person's access tokens.
 *
 * @param name     empty: it was given for username and password
 * @param lastUsed null: never; at most a minute behind
 */
public record KeptToken(long id, String name, Set<Scope> scopes, Instant created, Instant expires, Instant lastUsed) {
}

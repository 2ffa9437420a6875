package gatehouse.guard;

import java.util.Set;

/**
 * All that an administrator says of a guarded service.
 *
 * @param prefix    '' or an encoded path
 * @param openPaths encoded paths, one a line
 * @param signIn    where people sign in; '': the address people use
 * @param upstream  where the service itself listens, for the printed configuration
 */
record Draft(String name, String origin, String prefix, Mode mode, Set<Long> roles, String openPaths, Confinement confinement, String signIn, String upstream) {
}

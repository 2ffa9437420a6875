package gatehouse.welcome;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import gatehouse.provider.Provider;

/**
 * The provider that an administrator goes on with.
 *
 * @param tried  whether a test sign-in of this session brought an answer
 * @param mine   whether the administrator is bound to it
 * @param bound  how many people are
 */
record FirstProvider(Provider provider, boolean tried, boolean mine, long bound) {

    /** The one that is furthest: switched on and theirs, switched on, any; of several alike the first of the sign-in page. */
    static Optional<Provider> of(List<Provider> all, Predicate<Provider> theirs) {
        return all.stream().min(Comparator.comparing((Provider one) -> !one.enabled()).thenComparing(one -> !theirs.test(one)));
    }

    /** Somebody can come in by it, as far as it goes. */
    boolean done() {
        return provider.enabled() && bound > 0;
    }
}

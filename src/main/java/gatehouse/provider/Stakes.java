package gatehouse.provider;

import java.util.List;
import java.util.Map;

/**
 * Whom it concerns when a provider goes, is switched off, or recognises people by something else.
 *
 * @param bound    how many people are bound to it
 * @param stranded how many of them could not get in any more
 * @param names    of the first of those, at most {@link #NAMED}
 */
record Stakes(Provider provider, long bound, long stranded, List<String> names) {

    static final int NAMED = 10;

    /** Stands in the form that confirms it: other numbers are another question. */
    String seen() {
        return provider.id() + "-" + bound + "-" + stranded;
    }

    boolean confirmedBy(String seen) {
        return seen().equals(seen);
    }

    Map<String, Object> shown() {
        return Map.of("provider", Map.of("slug", provider.slug(), "name", provider.name()), "bound", bound, "stranded", stranded, "names", names, "seen", seen());
    }
}

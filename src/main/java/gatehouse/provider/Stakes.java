package gatehouse.provider;

import java.util.List;
import java.util.Map;

/**
 * Whom it concerns when a provider goes, is switched off, or recognises people by something else.
 *
 * @param bound    how many people are bound to it
 * @param stranded those of them who could not get in any more
 */
record Stakes(Provider provider, long bound, List<String> stranded) {

    private static final int NAMED = 10;

    /** Stands in the form that confirms it: other numbers are another question. */
    String seen() {
        return provider.id() + "-" + bound + "-" + stranded.size();
    }

    boolean confirmedBy(String seen) {
        return seen().equals(seen);
    }

    Map<String, Object> shown() {
        return Map.of("provider", Map.of("slug", provider.slug(), "name", provider.name()), "bound", bound, "stranded", stranded.size(),
                "names", stranded.stream().limit(NAMED).toList(), "seen", seen());
    }
}

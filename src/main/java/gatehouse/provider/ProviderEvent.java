package gatehouse.provider;

import java.util.List;

import gatehouse.web.Visit;

/**
 * An administrator did something to a provider; heard by the audit log in the same transaction.
 *
 * @param provider its slug
 * @param change   the names of the fields that are other now, at most 250 characters; never a value
 */
public record ProviderEvent(Kind kind, long account, String username, String provider, String change) {

    private static final int LONGEST = 250;

    /** What was done. */
    public enum Kind { ADDED, CHANGED, ENABLED, DISABLED, MOVED, DELETED, ICON_CHANGED }

    static ProviderEvent of(Kind kind, Visit.Me by, Provider provider) {
        return of(kind, by, provider, List.of());
    }

    static ProviderEvent of(Kind kind, Visit.Me by, Provider provider, List<String> fields) {
        String all = String.join(" ", fields);
        return new ProviderEvent(kind, by.id(), by.username(), provider.slug(), all.substring(0, Math.min(all.length(), LONGEST)));
    }
}

package gatehouse.provider;

import gatehouse.mapping.Rules;
import gatehouse.web.Refusal;

/** Why a provider cannot be used or changed so. */
public final class ProviderRefused {

    private ProviderRefused() {
    }

    public static Refusal unknown() {
        return new Refusal(404, "refused.not-found");
    }

    public static Refusal off(String name) {
        return new Refusal(403, "refused.provider-off", name).again("/login");
    }

    /** Another rule tells who somebody is there; what this answer has instead is no subject. */
    static Refusal otherRule(String name, Rules subject) {
        return new Refusal(502, "refused.incomplete", name, subject.toString()).again("/login");
    }

    static Refusal secretMissing() {
        return new Refusal(409, "refused.secret-missing");
    }

    static Refusal lastAdministrator() {
        return new Refusal(409, "refused.last-admin");
    }

    static Refusal secretLost(String name) {
        return new Refusal(503, "refused.secret-lost", name).again("/login");
    }
}

package gatehouse.provider;

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

    static Refusal changedMeanwhile() {
        return new Refusal(409, "refused.changed");
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

package gatehouse.account;

import gatehouse.web.Refusal;

/** Why an account cannot be changed so. */
public final class AccountRefused {

    private AccountRefused() {
    }

    /** @param slug the provider's, for the log */
    public static Refusal lastWayIn(String provider, String slug) {
        return new Refusal(409, "refused.last-way-in", provider).at(slug).again("/profile");
    }

    public static Refusal boundElsewhere(String provider) {
        return new Refusal(409, "refused.bound-elsewhere", provider).again("/profile");
    }

    public static Refusal otherIdentity(String provider) {
        return new Refusal(409, "refused.other-identity", provider).again("/profile");
    }

    public static Refusal disabled() {
        return new Refusal(403, "refused.disabled");
    }

    public static Refusal unknown() {
        return new Refusal(404, "refused.not-found");
    }

    /** As {@link #lastWayIn}, told to an administrator. */
    public static Refusal theirLastWayIn(String provider, String slug) {
        return new Refusal(409, "refused.their-last-way-in", provider).at(slug);
    }

    static Refusal changedMeanwhile() {
        return new Refusal(409, "refused.changed");
    }

    static Refusal shippedRole() {
        return new Refusal(409, "refused.shipped-role");
    }

    /** As for a wrong pair. */
    static Refusal notProven() {
        return new Refusal(401, "refused.wrong-password");
    }

    static Refusal notBound() {
        return new Refusal(404, "refused.not-found");
    }

    static Refusal usernameTaken() {
        return Refusal.invalid("account.username.taken");
    }

    static Refusal roleTaken() {
        return Refusal.invalid("account.role.taken");
    }

    static Refusal roleUnknown() {
        return Refusal.invalid("account.role.unknown");
    }

    static Refusal administratorByProvider() {
        return Refusal.invalid("account.role.administrator-by-provider");
    }
}

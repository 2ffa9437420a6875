package gatehouse.signin;

import gatehouse.exchange.ExchangeFailed;
import gatehouse.web.Refusal;

/** Why somebody is not let in. */
public final class SignInRefused {

    private static final String SEED = "The single sign on platform is not bound to any users: record not found";

    private SignInRefused() {
    }

    /** Nobody here is bound to the identity, and registration is closed: AList's sentence, word for word. */
    static Refusal notBound() {
        return new Refusal(403, "refused.not-bound").inJson(400, SEED).again("/login");
    }

    static Refusal noName() {
        return new Refusal(409, "refused.no-name").again("/login");
    }

    static Refusal wrongPassword() {
        return new Refusal(401, "refused.password");
    }

    /** Single sign-on is switched off for everybody. */
    public static Refusal off() {
        return new Refusal(403, "refused.sso-off").again("/login");
    }

    /** The trip failed at the provider. */
    public static Refusal trip(ExchangeFailed failed, String providerName) {
        Refusal refusal = new Refusal(failed.reason().status(), "refused." + failed.reason().key(), providerName).again("/login");
        return failed.retryAfter() > 0 ? refusal.retryAfter(failed.retryAfter()) : refusal;
    }
}

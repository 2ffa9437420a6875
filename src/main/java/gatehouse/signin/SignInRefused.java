package gatehouse.signin;

import gatehouse.admission.Hindrance;
import gatehouse.exchange.ExchangeFailed;
import gatehouse.provider.Provider;
import gatehouse.web.Refusal;

/** Why somebody is not let in. */
public final class SignInRefused {

    private static final String SEED = "The single sign on platform is not bound to any users: record not found";

    private SignInRefused() {
    }

    /** Nobody here is bound to the identity, and registration is not for them; when it is closed, AList's sentence, word for word. */
    static Refusal notRegistered(Provider provider, Hindrance hindrance) {
        return switch (hindrance) {
            case CLOSED -> new Refusal(403, "refused.not-bound", provider.name()).inJson(400, SEED).again("/login");
            case NOT_AMONG_THEM -> new Refusal(403, "refused.registration", provider.name()).inJson(400, SEED).again("/login");
            case NO_USERNAME, NO_EMAIL -> incomplete(provider, hindrance.lacking().orElseThrow().key());
        };
    }

    /** The provider's answer does not say who it is; the refusal of the mapping names the rule. */
    public static Refusal incomplete(Provider provider, Refusal missing) {
        return incomplete(provider, missing.arguments()[0]);
    }

    private static Refusal incomplete(Provider provider, Object missing) {
        return new Refusal(502, "refused.incomplete", provider.name(), missing).again("/login");
    }

    /** Whoever signs in again must be the same person; the identity is another's, or nobody's. */
    static Refusal somebodyElse(Provider provider) {
        return new Refusal(403, "refused.somebody-else", provider.name()).again("/again");
    }

    /** The provider sent more newcomers this hour than anybody has. */
    static Refusal crowded(Provider provider) {
        return new Refusal(429, "refused.crowded", provider.name()).retryAfter(600).again("/login");
    }

    static Refusal noName() {
        return new Refusal(409, "refused.no-name").again("/login");
    }

    static Refusal wrongPassword() {
        return new Refusal(401, "refused.wrong-password");
    }

    /** Single sign-on is switched off for everybody. */
    public static Refusal off() {
        return new Refusal(403, "refused.sso-off").inJson(403, "Single sign-on is not enabled").again("/login");
    }

    /** The trip failed at the provider. */
    public static Refusal trip(ExchangeFailed failed, String providerName) {
        boolean outsider = failed.detail().equals("owner");
        boolean forged = failed.detail().equals("certificate");
        String key = outsider ? "refused.organization" : forged ? "refused.certificate" : key(failed.reason());
        Refusal refusal = new Refusal(outsider ? 403 : failed.reason().status(), key, providerName).again("/login").because(cause(failed));
        return failed.retryAfter() > 0 ? refusal.retryAfter(failed.retryAfter()) : refusal;
    }

    private static String cause(ExchangeFailed failed) {
        return failed.detail() + failed.providerCode().map(code -> ": " + code).orElse("");
    }

    private static String key(ExchangeFailed.Reason reason) {
        return switch (reason) {
            case WRONG_ISSUER -> "refused.attempt-provider";
            case TOO_SLOW -> "refused.provider-slow";
            case BUSY, BREAKER_OPEN -> "refused.provider-paused";
            case DENIED_BY_PROVIDER, PROTOCOL, UNREACHABLE, ID_TOKEN, USER_INFO, ADDRESS_REFUSED -> "refused.provider-error";
        };
    }
}

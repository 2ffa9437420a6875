package gatehouse.trial;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The error codes of RFC 6749, OpenID Connect and the providers, and which advice is for them. Upper and lower case are one. */
final class KnownCodes {

    private static final Map<String, String> ADVICE = new HashMap<>();

    static {
        // GitHub, Google, Microsoft, Lark, QQ, WeChat, WeCom, Weibo
        all("redirect", "redirect_uri_mismatch", "invalid_redirect_uri", "application_callback_url_invalid", "AADSTS50011", "AADSTS500113", "20029", "20071", "100010",
                "10003", "21322");
        all("code", "bad_verification_code", "invalid_grant", "expired_token", "AADSTS54005", "AADSTS70008", "AADSTS70000", "20003", "20004", "20024", "20065", "40029", "40163",
                "100019", "100020", "21325", "invalidParameter.authCode.notFound", "invalid_authCode", "invalidParameter.authCode.invalid", "40078");
        all("secret", "incorrect_client_credentials", "invalid_client", "AADSTS7000215", "AADSTS7000218", "AADSTS50012", "20002", "100009", "40001", "40125", "21324",
                "invalidClientIdOrSecret", "invalid_client_secret");
        all("secret-expired", "AADSTS7000222");
        all("client", "AADSTS700016", "AADSTS900144", "invalid_client_id", "20048", "100008", "40013", "invalidParameter.clientId");
        all("access-denied", "access_denied", "user_denied", "user_cancelled_login", "user_cancelled_authorize", "AADSTS65004", "21330");
        all("not-allowed", "20010", "AADSTS50105", "AADSTS50020", "AADSTS53003", "60121", "org_internal", "admin_policy_enforced");
        all("consent", "consent_required", "AADSTS65001", "AADSTS90094", "interaction_required", "20068", "100030", "100031", "48001", "50001");
        all("unpublished", "100011", "20069", "20009", "app_not_active", "application_suspended");
        all("tenant", "AADSTS50194", "AADSTS90002", "AADSTS90023", "AADSTS700005");
        all("platform", "AADSTS9002325", "AADSTS9002326", "AADSTS9002327", "AADSTS90023251");
        all("pkce", "20049", "AADSTS501481", "AADSTS50148", "invalid_code_verifier");
        all("flow", "unauthorized_client", "unsupported_grant_type", "unsupported_response_type", "AADSTS700051", "20036", "100004", "21326", "21328");
        all("scope", "invalid_scope", "insufficient_scope", "AADSTS70011", "AADSTS650053", "20067", "20043");
        all("request", "invalid_request", "21323", "20063", "20001", "40002");
        all("provider-trouble", "server_error", "temporarily_unavailable", "20050", "21331", "systemError", "ServiceUnavailable", "slow_down");
        all("login", "login_required", "account_selection_required", "AADSTS50058");
        all("email", "unverified_user_email");
        all("trusted-address", "60020", "40164");
        all("token", "invalid_token", "100013", "100014", "100015", "100016", "99991668", "99991677", "42001", "40014");
    }

    private KnownCodes() {
    }

    private static void all(String advice, String... codes) {
        for (String code : codes) ADVICE.put(code.toLowerCase(Locale.ROOT), advice);
    }

    static boolean has(String code) {
        return ADVICE.containsKey(code.toLowerCase(Locale.ROOT));
    }

    static Optional<String> advice(String code) {
        return Optional.ofNullable(ADVICE.get(code.toLowerCase(Locale.ROOT)));
    }
}

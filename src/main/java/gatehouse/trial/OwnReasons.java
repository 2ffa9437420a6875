package gatehouse.trial;

import gatehouse.exchange.ExchangeFailed;

/** Which advice is for a trip that our own checks ended. */
final class OwnReasons {

    private OwnReasons() {
    }

    static String advice(ExchangeFailed failed) {
        return switch (failed.reason()) {
            case DENIED_BY_PROVIDER -> "code-otherwise";
            case WRONG_ISSUER -> failed.detail().equals("missing") ? "issuer-missing" : "issuer-other";
            case TOO_SLOW -> "slow";
            case UNREACHABLE -> failed.detail().equals("tls") ? "tls" : "unreachable";
            case BUSY -> "busy";
            case BREAKER_OPEN -> "paused";
            case ADDRESS_REFUSED -> "address";
            case ID_TOKEN -> idToken(failed.detail());
            case USER_INFO -> userInfo(failed.detail());
            case PROTOCOL -> protocol(failed.detail());
        };
    }

    private static String idToken(String detail) {
        return switch (detail) {
            case "missing" -> "id-token-missing";
            case "signature", "kid" -> "signature";
            case "aud", "azp" -> "audience";
            case "iss" -> "issuer-token";
            case "exp", "iat", "nbf" -> "clock";
            case "nonce", "at_hash" -> "nonce";
            case "sub" -> "no-subject";
            default -> "id-token-form";
        };
    }

    private static String userInfo(String detail) {
        return switch (detail) {
            case "sub" -> "other-subject";
            case "status", "error" -> "user-info-refused";
            default -> "user-info-form";
        };
    }

    private static String protocol(String detail) {
        if (detail.startsWith("metadata")) return metadata(detail);
        if (detail.startsWith("keys")) return "keys";
        return switch (detail) {
            case "redirect" -> "moved";
            case "size", "headers", "encoding", "http" -> "unusual";
            case "json" -> "not-json";
            case "token type", "access token" -> "no-token";
            case "variable" -> "variable";
            default -> "status";
        };
    }

    private static String metadata(String detail) {
        return switch (detail) {
            case "metadata: issuer" -> "discovery-issuer";
            case "metadata: status", "metadata: json" -> "discovery-missing";
            case "metadata: client authentication" -> "discovery-authentication";
            case "metadata: code challenge" -> "discovery-pkce";
            default -> "discovery-form";
        };
    }
}

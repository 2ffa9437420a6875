package gatehouse.session;

import gatehouse.web.Refusal;

/** Why there will be no such access token. */
final class TokenRefused {

    private TokenRefused() {
    }

    static Refusal name(int longest) {
        return Refusal.invalid("token.name.length", longest);
    }

    static Refusal noScope() {
        return Refusal.invalid("token.scopes.none");
    }

    static Refusal notAnAdministrator() {
        return new Refusal(403, "refused.token-admin");
    }

    static Refusal expiry(long days) {
        return Refusal.invalid("token.expires.range", days);
    }

    static Refusal tooMany(int most) {
        return new Refusal(409, "refused.tokens-full", most).again("/profile");
    }

    static Refusal unknown() {
        return new Refusal(404, "refused.not-found");
    }
}

package gatehouse.exchange;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** User info laid over verified claims: what only a signature can vouch for is never replaced. */
final class Profile {

    private static final Set<String> SIGNED = Set.of("iss", "sub", "aud", "azp", "exp", "iat", "nbf", "nonce", "at_hash", "c_hash",
            "auth_time", "acr", "amr", "sid", "jti");
    private static final Map<String, String> VERIFIED = Map.of("email", "email_verified", "phone_number", "phone_number_verified");

    private Profile() {
    }

    static ObjectNode of(ObjectNode claims, ObjectNode userInfo) {
        ObjectNode profile = claims.deepCopy();
        VERIFIED.forEach((name, mark) -> withdraw(profile, mark, name, userInfo));
        for (Map.Entry<String, JsonNode> field : userInfo.properties()) {
            if (!SIGNED.contains(field.getKey())) profile.set(field.getKey(), field.getValue());
        }
        return profile;
    }

    /** A mark given for one address says nothing of another. */
    private static void withdraw(ObjectNode profile, String mark, String name, ObjectNode userInfo) {
        if (userInfo.has(name) && !userInfo.get(name).equals(profile.get(name))) profile.remove(mark);
    }
}

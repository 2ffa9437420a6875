package gatehouse.exchange;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.exchange.ExchangeFailed.Reason;

/** The claims of a token whose signature is good, checked one by one; clocks may differ by 60 seconds. */
record IdTokenClaims(ObjectNode claims, Instant clock) {

    private static final long SKEW = 60;
    private static final long ANEW = 300;
    private static final int LONGEST_SUBJECT = 255;

    IdTokenClaims issuedBy(String issuer) {
        return demand(issuer.equals(text("iss")), "iss");
    }

    /** Among several audiences, or whenever it is named, the authorised party must be us. */
    IdTokenClaims to(String client) {
        JsonNode audience = claims.path("aud");
        List<JsonNode> all = audience.isArray() ? StreamSupport.stream(audience.spliterator(), false).toList() : List.of(audience);
        demand(all.stream().allMatch(JsonNode::isTextual) && all.stream().anyMatch(one -> client.equals(one.textValue())), "aud");
        return demand(all.size() == 1 && !claims.has("azp") || client.equals(text("azp")), "azp");
    }

    IdTokenClaims now() {
        long second = clock.getEpochSecond();
        demand(claims.path("exp").isNumber() && time("exp").compareTo(BigDecimal.valueOf(second - SKEW)) > 0, "exp");
        demand(claims.path("iat").isNumber() && time("iat").compareTo(BigDecimal.valueOf(second + SKEW)) <= 0, "iat");
        boolean begun = claims.path("nbf").isNumber() && time("nbf").compareTo(BigDecimal.valueOf(second + SKEW)) <= 0;
        return demand(!claims.has("nbf") || begun, "nbf");
    }

    IdTokenClaims during(String nonce) {
        String given = text("nonce");
        return demand(given != null && MessageDigest.isEqual(bytes(nonce), bytes(given)), "nonce");
    }

    /** Issued together with this access token, where the token says so; all our algorithms hash with SHA-256. */
    IdTokenClaims with(String accessToken) {
        return demand(!claims.has("at_hash") || leftHalf(accessToken).equals(text("at_hash")), "at_hash");
    }

    /** Where the person had to prove themselves anew, they did so within the last five minutes, and the token says so (section 3.1.2.1). */
    IdTokenClaims proven(boolean anew) {
        boolean fresh = claims.path("auth_time").isNumber() && time("auth_time").compareTo(BigDecimal.valueOf(clock.getEpochSecond() - ANEW)) > 0;
        return demand(!anew || fresh, "auth_time");
    }

    /** Casdoor names a person's organization {@code owner}; where one is kept here, it must be that one. @param organization empty for any */
    IdTokenClaims ownedBy(String organization) {
        return demand(organization.isEmpty() || organization.equals(text("owner")), "owner");
    }

    /** A person, not a logout: the claims themselves, with a subject of 1 to 255 characters and no control characters. */
    ObjectNode about() {
        demand(!claims.has("events"), "events");
        String subject = text("sub");
        demand(subject != null && !subject.isEmpty() && subject.length() <= LONGEST_SUBJECT
                && subject.chars().noneMatch(Character::isISOControl), "sub");
        return claims;
    }

    private IdTokenClaims demand(boolean fulfilled, String name) {
        if (!fulfilled) throw new ExchangeFailed(Reason.ID_TOKEN, name);
        return this;
    }

    private String text(String name) {
        return claims.path(name).textValue();
    }

    private BigDecimal time(String name) {
        return claims.path(name).decimalValue();
    }

    private static String leftHalf(String accessToken) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes(accessToken));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

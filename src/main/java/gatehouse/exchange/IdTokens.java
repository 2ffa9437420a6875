package gatehouse.exchange;

import java.text.ParseException;
import java.time.Clock;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.Base64URL;

import gatehouse.attempt.Departure;
import gatehouse.connection.Connection;
import gatehouse.egress.Deadline;
import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.web.Json;

/**
 * Believes an id_token, or refuses it (OpenID Connect Core section 3.1.3.7, RFC 8725). Signed with RS256, PS256 or ES256 by a key the
 * provider publishes, or by its certificate alone where one is kept; keys and addresses inside the token are never looked at.
 * At most 16,384 characters.
 */
final class IdTokens {

    private static final int LONGEST = 16 * 1024;
    private static final Set<String> NEVER = Set.of("crit", "b64", "zip", "enc");

    private final Keys keys;
    private final Clock clock;

    IdTokens(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The claims of a token that is meant for this connection and this trip. */
    ObjectNode verified(String token, String accessToken, Connection connection, Metadata provider, Departure departure, Deadline deadline) {
        JWSObject signed = parsed(token, provider.algorithms());
        if (connection.origin().pinned()) Pinned.check(signed, connection.origin());
        else verify(signed, provider, deadline);
        return claims(signed).issuedBy(provider.issuer()).to(connection.clientId()).now().during(departure.nonce()).with(accessToken).proven(departure.anew())
                .ownedBy(connection.origin().organization()).about();
    }

    /** The claims of an access token that a provider of plain OAuth 2.0 signs by its certificate, as Casdoor does; meant for this connection. */
    ObjectNode verified(String accessToken, Connection connection) {
        JWSObject signed = parsed(accessToken, Metadata.OURS);
        Pinned.check(signed, connection.origin());
        return claims(signed).to(connection.clientId()).now().ownedBy(connection.origin().organization()).about();
    }

    private IdTokenClaims claims(JWSObject signed) {
        return new IdTokenClaims(json(signed.getPayload().toBytes(), "claims"), clock.instant());
    }

    private static JWSObject parsed(String token, Set<String> algorithms) {
        if (token.length() > LONGEST) throw refused("size");
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) throw refused("format");
        checkHeader(json(Base64URL.from(parts[0]).decode(), "header"), algorithms);
        try {
            return JWSObject.parse(token);
        } catch (ParseException | IllegalArgumentException unreadable) {
            throw refused("format");
        }
    }

    private static void checkHeader(ObjectNode header, Set<String> algorithms) {
        if (!header.path("alg").isTextual() || !algorithms.contains(header.path("alg").textValue())) throw refused("alg");
        if (header.has("typ") && !"JWT".equalsIgnoreCase(header.path("typ").textValue())) throw refused("typ");
        if (header.has("kid") && !header.path("kid").isTextual()) throw refused("kid");
        if (NEVER.stream().anyMatch(header::has)) throw refused("crit");
    }

    /** A key that fits must have signed it; when none fits, or none is named and none did, newer keys are asked for once. */
    private void verify(JWSObject token, Metadata provider, Deadline deadline) {
        List<JWK> known = keys.of(provider, deadline);
        if (signedBy(known, token)) return;
        boolean named = token.getHeader().getKeyID() != null;
        if (named && known.stream().anyMatch(key -> Signature.fits(key, token))) throw refused("signature");
        List<JWK> newer = keys.newerThan(known, provider, deadline);
        if (newer == known || !signedBy(newer, token)) throw refused(named ? "kid" : "signature");
    }

    private static boolean signedBy(List<JWK> keys, JWSObject token) {
        return keys.stream().filter(key -> Signature.fits(key, token)).anyMatch(key -> Signature.good(key, token));
    }

    private static ObjectNode json(byte[] bytes, String part) {
        try {
            return Json.object(bytes);
        } catch (Json.Malformed unreadable) {
            throw refused(part);
        }
    }

    private static ExchangeFailed refused(String detail) {
        return new ExchangeFailed(Reason.ID_TOKEN, detail);
    }
}

package gatehouse.exchange;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWK;

import gatehouse.egress.Deadline;
import gatehouse.egress.Reply;
import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.web.Json;

/**
 * The public keys behind {@code jwks_uri}. Fresh for 5 minutes, served up to 4 hours when the address is down, asked for again at
 * once (but once in 30 seconds) when a token names a key that is not there. At most 100 keys of one provider are looked at.
 */
final class Keys {

    private static final int MOST = 100;

    private final Wire wire;
    private final Shelf<List<JWK>> shelf;

    Keys(Wire wire, Clock clock) {
        this.wire = wire;
        this.shelf = new Shelf<>(clock, Duration.ofMinutes(5), Duration.ofHours(4));
    }

    List<JWK> of(Metadata provider, Deadline deadline) {
        return kept(provider).get(left -> read(provider, left), deadline);
    }

    List<JWK> newerThan(List<JWK> seen, Metadata provider, Deadline deadline) {
        return kept(provider).newerThan(seen, left -> read(provider, left), deadline);
    }

    private Kept<List<JWK>> kept(Metadata provider) {
        return shelf.at(provider.issuer() + " " + provider.jwks());
    }

    private List<JWK> read(Metadata provider, Deadline deadline) {
        Reply reply = wire.document(Wire.uri(provider.jwks()), Wire.KEYS_BYTES, deadline);
        if (!reply.ok()) throw new ExchangeFailed(Reason.PROTOCOL, "keys: status");
        List<JWK> keys = new ArrayList<>();
        for (JsonNode key : array(reply.body())) {
            if (keys.size() < MOST) add(keys, key);
        }
        if (keys.isEmpty()) throw new ExchangeFailed(Reason.PROTOCOL, "keys: none");
        return List.copyOf(keys);
    }

    private static JsonNode array(byte[] body) {
        try {
            return Json.object(body).path("keys");
        } catch (Json.Malformed unreadable) {
            throw new ExchangeFailed(Reason.PROTOCOL, "keys: json");
        }
    }

    /** A key of a kind that is not known is passed over (RFC 7517 section 5); a private or shared one is no key for us. */
    private static void add(List<JWK> keys, JsonNode node) {
        try {
            JWK key = JWK.parse(node.toString());
            if (!key.isPrivate()) keys.add(key);
        } catch (ParseException unknown) {
            return;
        }
    }
}

package gatehouse.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.connection.Endpoints;
import gatehouse.egress.Deadline;
import gatehouse.egress.Reply;
import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.web.Json;

/**
 * Finds an OIDC provider's addresses by its issuer (OpenID Connect Discovery section 4). Fresh for 10 minutes; when the provider then
 * publishes nonsense or is away, the last good copy serves up to 24 hours.
 */
final class Discovery {

    private final Wire wire;
    private final Shelf<Metadata> shelf;

    Discovery(Wire wire, Clock clock) {
        this.wire = wire;
        this.shelf = new Shelf<>(clock, Duration.ofMinutes(10), Duration.ofHours(24));
    }

    Metadata of(String issuer, Deadline deadline) {
        return shelf.at(issuer).get(left -> read(issuer, left), deadline);
    }

    boolean knows(String issuer) {
        return shelf.at(issuer).isFresh();
    }

    /** As it is published now. */
    Metadata read(String issuer, Deadline deadline) {
        Reply reply = wire.document(document(issuer), Wire.DOCUMENT_BYTES, deadline);
        if (!reply.ok()) throw new ExchangeFailed(Reason.PROTOCOL, "metadata: status");
        Metadata metadata = Metadata.of(object(reply.body()), issuer);
        return safe(metadata, deadline);
    }

    static URI document(String issuer) {
        URI uri = Wire.uri(issuer);
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) throw new ExchangeFailed(Reason.PROTOCOL, "metadata: issuer");
        return Wire.uri(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
    }

    /** No endpoint may be weaker than the issuer. */
    private Metadata safe(Metadata metadata, Deadline deadline) {
        URI issuer = Wire.uri(metadata.issuer());
        Endpoints endpoints = metadata.endpoints();
        List<String> named = Stream.of(endpoints.authorize(), endpoints.token(), metadata.jwks(), endpoints.userInfo())
                .filter(address -> !address.isEmpty()).toList();
        if (!wire.mayName(issuer, named, deadline)) throw new ExchangeFailed(Reason.PROTOCOL, "metadata: weaker address");
        return metadata;
    }

    private static ObjectNode object(byte[] body) {
        try {
            return Json.object(body);
        } catch (Json.Malformed unreadable) {
            throw new ExchangeFailed(Reason.PROTOCOL, "metadata: json");
        }
    }
}

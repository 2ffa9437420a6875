package gatehouse.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.web.Json;

/**
 * Finds an OIDC provider's addresses by its issuer (OpenID Connect Discovery section 4). Fresh for 10 minutes; when the provider then
 * publishes nonsense or is away, the last good copy serves up to 24 hours.
 */
final class Discovery {

    private final Outgoing outgoing;
    private final Egress egress;
    private final Shelf<Metadata> shelf;

    Discovery(Outgoing outgoing, Egress egress, Clock clock) {
        this.outgoing = outgoing;
        this.egress = egress;
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
        Reply reply = outgoing.document(document(issuer), Outgoing.DOCUMENT_BYTES, deadline);
        if (!reply.ok()) throw new ExchangeFailed(Reason.PROTOCOL, "metadata: status");
        Metadata metadata = Metadata.of(object(reply.body()), issuer);
        return outgoing.within(deadline, () -> safe(metadata));
    }

    static URI document(String issuer) {
        URI uri = Egress.uri(issuer);
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) throw new ExchangeFailed(Reason.PROTOCOL, "metadata: issuer");
        return Egress.uri(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration");
    }

    /** No endpoint may be weaker than the issuer: https stays https, and a public issuer names no address inside the house. */
    Metadata safe(Metadata metadata) {
        URI issuer = Egress.uri(metadata.issuer());
        boolean internal = egress.internal(issuer);
        List<String> addresses = List.of(metadata.endpoints().authorize(), metadata.endpoints().token(), metadata.jwks());
        addresses.forEach(address -> safe(endpoint(address), issuer, internal));
        if (!metadata.endpoints().userInfo().isEmpty()) safe(endpoint(metadata.endpoints().userInfo()), issuer, internal);
        return metadata;
    }

    private void safe(URI endpoint, URI issuer, boolean internal) {
        if (egress.refuses(endpoint).isPresent() || endpoint.getRawFragment() != null) throw weaker();
        if ("https".equalsIgnoreCase(issuer.getScheme()) && !"https".equalsIgnoreCase(endpoint.getScheme())) throw weaker();
        boolean sameHost = endpoint.getHost().equalsIgnoreCase(issuer.getHost());
        if (!internal && !sameHost && egress.internal(endpoint)) throw weaker();
    }

    private static URI endpoint(String address) {
        try {
            return Egress.uri(address);
        } catch (ExchangeFailed malformed) {
            throw weaker();
        }
    }

    private static ObjectNode object(byte[] body) {
        try {
            return Json.object(body);
        } catch (Json.Malformed unreadable) {
            throw new ExchangeFailed(Reason.PROTOCOL, "metadata: json");
        }
    }

    private static ExchangeFailed weaker() {
        return new ExchangeFailed(Reason.PROTOCOL, "metadata: weaker address");
    }
}

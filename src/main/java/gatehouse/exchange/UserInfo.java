package gatehouse.exchange;

import java.net.URI;
import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.web.Json;

/** Asks who the access token speaks for; the token stands in the Authorization header and nowhere else (RFC 6750 section 2.1). */
final class UserInfo {

    private final Outgoing outgoing;

    UserInfo(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /** One JSON object with status 200; refused: a signed answer ({@code application/jwt}), an error inside a good status. */
    ObjectNode of(String accessToken, String endpoint, Deadline deadline) {
        Map<String, String> headers = Map.of("Authorization", "Bearer " + accessToken, "Accept", "application/json");
        return read(outgoing.get(Egress.uri(endpoint), headers, Outgoing.DOCUMENT_BYTES, deadline));
    }

    /** As {@link #of}, and only of this subject, byte for byte (OpenID Connect Core section 5.3.2). */
    ObjectNode of(String subject, String accessToken, String endpoint, Deadline deadline) {
        ObjectNode answer = of(accessToken, endpoint, deadline);
        if (!subject.equals(answer.path("sub").textValue())) throw new ExchangeFailed(Reason.USER_INFO, "sub");
        return answer;
    }

    private static ObjectNode read(Reply reply) {
        if (!reply.ok()) throw new ExchangeFailed(Reason.USER_INFO, "status");
        if (reply.isA("application/jwt")) throw new ExchangeFailed(Reason.USER_INFO, "jwt");
        ObjectNode answer = object(reply.body());
        if (Complaint.in(answer).isPresent()) throw new ExchangeFailed(Reason.USER_INFO, "error");
        return answer;
    }

    private static ObjectNode object(byte[] body) {
        try {
            return Json.object(body);
        } catch (Json.Malformed unreadable) {
            throw new ExchangeFailed(Reason.USER_INFO, "json");
        }
    }
}

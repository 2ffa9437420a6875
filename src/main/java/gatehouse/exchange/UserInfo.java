package gatehouse.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.connection.AnswerFormat;
import gatehouse.connection.ErrorRule;
import gatehouse.connection.ExtraCall;
import gatehouse.connection.Unwrapped;
import gatehouse.egress.Deadline;
import gatehouse.egress.Reply;
import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.web.Json;

/** Asks who the access token speaks for. */
final class UserInfo {

    private final Wire wire;

    UserInfo(Wire wire) {
        this.wire = wire;
    }

    /** One JSON object with status 200; refused: a signed answer ({@code application/jwt}), an error inside a good status. */
    ObjectNode of(Introduction person, String endpoint, Deadline deadline) {
        URI address = person.address(endpoint, person.words().parameters(), MissingNode.getInstance());
        JsonNode answer = read(wire.get(address, person.headers(), Wire.DOCUMENT_BYTES, deadline), person.words().answer(), rule(person));
        if (answer instanceof ObjectNode object) return object;
        throw new ExchangeFailed(Reason.USER_INFO, "json");
    }

    /** As {@link #of}, and only of this subject, byte for byte (OpenID Connect Core section 5.3.2). */
    ObjectNode of(String subject, Introduction person, String endpoint, Deadline deadline) {
        ObjectNode answer = of(person, endpoint, deadline);
        if (!subject.equals(answer.path("sub").textValue())) throw new ExchangeFailed(Reason.USER_INFO, "sub");
        return answer;
    }

    /** The answer of one more call, by the same rules; it may be a list. @param profile what is known of the person so far */
    JsonNode more(ExtraCall call, Introduction person, ObjectNode profile, Deadline deadline) {
        URI address = person.address(call.url(), call.parameters(), profile);
        Reply reply = call.body().isEmpty() ? wire.get(address, person.headers(), Wire.DOCUMENT_BYTES, deadline)
                : post(address, person.headers(), person.filled(call.body(), profile), deadline);
        return read(reply, call.answer(), rule(person));
    }

    private Reply post(URI address, Map<String, String> headers, Map<String, String> members, Deadline deadline) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        members.forEach(body::put);
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put("Content-Type", "application/json");
        return wire.post(address, all, body.toString().getBytes(StandardCharsets.UTF_8), Wire.DOCUMENT_BYTES, deadline);
    }

    private static ErrorRule rule(Introduction person) {
        return person.connection().dialect().error();
    }

    private static JsonNode read(Reply reply, AnswerFormat format, ErrorRule rule) {
        if (!reply.ok()) throw new ExchangeFailed(Reason.USER_INFO, "status");
        if (reply.isA("application/jwt")) throw new ExchangeFailed(Reason.USER_INFO, "jwt");
        JsonNode answer = json(Unwrapped.json(reply.body(), format));
        boolean error = answer instanceof ObjectNode object && Complaint.in(object, rule).isPresent();
        if (error) throw new ExchangeFailed(Reason.USER_INFO, "error");
        return answer;
    }

    private static JsonNode json(byte[] body) {
        try {
            return Json.read(body);
        } catch (Json.Malformed unreadable) {
            throw new ExchangeFailed(Reason.USER_INFO, "json");
        }
    }
}

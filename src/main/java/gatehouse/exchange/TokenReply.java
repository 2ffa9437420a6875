package gatehouse.exchange;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.connection.Dialect;
import gatehouse.connection.Protocol;
import gatehouse.connection.TokenDialect;
import gatehouse.connection.Unwrapped;
import gatehouse.egress.Reply;
import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.web.Json;

/**
 * What the token endpoint gave (RFC 6749 section 5.1): an access token of 1 to 8,192 visible ASCII characters, and for OIDC an
 * id_token. Its lifetime, scope and refresh token are not read: nothing of it outlives the trip.
 *
 * @param beside the object that the access token stood in, for providers that tell more there
 */
record TokenReply(String accessToken, String idToken, ObjectNode beside) {

    TokenReply(String accessToken, String idToken) {
        this(accessToken, idToken, JsonNodeFactory.instance.objectNode());
    }

    /** As the standards have it. */
    static TokenReply read(Reply reply, Protocol protocol) {
        return read(reply, protocol, Dialect.STANDARD);
    }

    /** @throws ExchangeFailed when it is an error, or anything but a good answer; a missing token type is let pass for OAuth 2.0 only */
    static TokenReply read(Reply reply, Protocol protocol, Dialect dialect) {
        TokenDialect words = dialect.token();
        ObjectNode answer = answer(reply, words);
        Optional<String> complaint = Complaint.in(answer, dialect.error());
        if (complaint.isPresent() && reply.status() < 500) throw ExchangeFailed.denied(complaint.get());
        if (!reply.ok()) throw new ExchangeFailed(Reason.PROTOCOL, "status");
        if (!words.anyType() && !bearer(answer.path("token_type"), protocol)) throw new ExchangeFailed(Reason.PROTOCOL, "token type");
        String idToken = protocol == Protocol.OIDC ? idToken(answer.path("id_token")) : "";
        ObjectNode beside = beside(answer, words);
        return new TokenReply(accessToken(beside.path(words.steps().get(words.steps().size() - 1))), idToken, beside);
    }

    private static ObjectNode beside(ObjectNode answer, TokenDialect words) {
        JsonNode beside = answer;
        for (String step : words.steps().subList(0, words.steps().size() - 1)) beside = beside.path(step);
        return beside instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode answer(Reply reply, TokenDialect words) {
        try {
            return Json.objectWithLongStrings(Unwrapped.json(reply.body(), words.answer()));
        } catch (Json.Malformed unreadable) {
            Optional<String> complaint = Complaint.inForm(new String(reply.body(), StandardCharsets.ISO_8859_1));
            boolean form = reply.isA("application/x-www-form-urlencoded") || reply.isA("text/plain");
            if (form && complaint.isPresent()) throw ExchangeFailed.denied(complaint.get());
            throw new ExchangeFailed(Reason.PROTOCOL, reply.ok() ? "json" : "status");
        }
    }

    private static boolean bearer(JsonNode type, Protocol protocol) {
        return type.isMissingNode() ? protocol == Protocol.OAUTH2 : "bearer".equalsIgnoreCase(type.textValue());
    }

    private static String accessToken(JsonNode token) {
        String text = token.isTextual() ? token.textValue() : "";
        if (text.isEmpty() || text.length() > 8192 || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new ExchangeFailed(Reason.PROTOCOL, "access token");
        }
        return text;
    }

    private static String idToken(JsonNode token) {
        if (!token.isTextual()) throw new ExchangeFailed(Reason.ID_TOKEN, "missing");
        return token.textValue();
    }

    @Override
    public String toString() {
        return "TokenReply[•••]";
    }
}

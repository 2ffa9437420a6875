package gatehouse.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import jakarta.ws.rs.core.Response;

/** AList's JSON shape: {@code {"code":…,"message":…,"data":…}}; here the HTTP status equals {@code code}. Names are written as in {@code base_path}. */
public final class Envelope {

    public static final String JSON = "application/json;charset=UTF-8";
    private static final JsonMapper MAPPER = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance)).build();

    private Envelope() {
    }

    /** It is done, and there is nothing to tell. */
    public static Response ok() {
        return ok(null);
    }

    /** @param data a record, a map, a list of these, or null; instants are written as in RFC 3339 */
    public static Response ok(Object data) {
        return Response.ok(of(200, "success", data), JSON).build();
    }

    /** 422, the first problem as the message, and all of them by their fields. */
    public static Response of(Problems problems) {
        return Response.status(problems.status()).entity(body(problems)).type(JSON).build();
    }

    /** A refusal that asks: what the caller should know before they confirm. */
    public static Response asking(Refusal refusal, Object data) {
        return Response.status(refusal.status()).entity(of(refusal.status(), Refusals.sentence(refusal), data)).type(JSON).build();
    }

    static String body(Problems problems) {
        Map<String, String> sentences = new LinkedHashMap<>();
        problems.byField().forEach((field, refusal) -> sentences.put(snake(field), Messages.in(Locale.ENGLISH).say(refusal)));
        return of(problems.status(), sentences.values().iterator().next(), sentences);
    }

    /** A form's field as programs name it: {@code clientId} is {@code client_id}. */
    public static String snake(String field) {
        return PropertyNamingStrategies.SnakeCaseStrategy.INSTANCE.translate(field);
    }

    static String of(int code, String message, Object data) {
        ObjectNode envelope = MAPPER.createObjectNode().put("code", code).put("message", message);
        envelope.set("data", MAPPER.valueToTree(data));
        try {
            return MAPPER.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

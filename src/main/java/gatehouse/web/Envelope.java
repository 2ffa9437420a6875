package gatehouse.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** AList's JSON shape: {@code {"code":…,"message":…,"data":…}}; here the HTTP status equals {@code code}. */
final class Envelope {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Envelope() {
    }

    public static String of(int code, String message, Object data) {
        ObjectNode envelope = JSON.createObjectNode().put("code", code).put("message", message);
        envelope.set("data", JSON.valueToTree(data));
        try {
            return JSON.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}

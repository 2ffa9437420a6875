package gatehouse.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.web.Json;
import gatehouse.web.Refusal;

/** A provider's answer as an administrator pasted it. No two places of it are one node, so that what a rule found can be marked. */
public record Sample(ObjectNode answer) {

    private static final int LONGEST = 256 * 1024;

    /** Read as strictly as at a sign-in. Refused (422): nothing, more than 256 KB, what is not exactly one JSON object. */
    public static Sample of(String pasted) {
        if (pasted.isBlank()) throw Refusal.invalid("provider.tester.empty");
        if (pasted.length() > LONGEST || pasted.getBytes(UTF_8).length > LONGEST) throw Refusal.invalid("provider.tester.too-large", LONGEST / 1024);
        try {
            return new Sample((ObjectNode) distinct(Json.object(pasted.getBytes(UTF_8))));
        } catch (Json.Malformed malformed) {
            throw Refusal.invalid("provider.tester.not-json");
        }
    }

    /** Jackson keeps one node for each small number, and one for true. */
    private static JsonNode distinct(JsonNode node) {
        if (node.isObject()) return members(node);
        if (node.isArray()) return elements(node);
        if (node.isInt()) return new IntNode(node.intValue());
        return node.isBoolean() ? new OwnBoolean(node.booleanValue()) : node;
    }

    private static ObjectNode members(JsonNode object) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> copy.set(member.getKey(), distinct(member.getValue())));
        return copy;
    }

    private static ArrayNode elements(JsonNode list) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        list.forEach(element -> copy.add(distinct(element)));
        return copy;
    }

    private static final class OwnBoolean extends BooleanNode {

        private static final long serialVersionUID = 1;

        OwnBoolean(boolean value) {
            super(value);
        }
    }
}

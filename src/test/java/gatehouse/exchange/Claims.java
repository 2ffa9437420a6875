package gatehouse.exchange;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The claims of a token under test. */
final class Claims {

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    Claims with(String name, Object value) {
        json.putPOJO(name, value);
        return this;
    }

    Claims without(String name) {
        json.remove(name);
        return this;
    }

    @Override
    public String toString() {
        return json.toString();
    }
}

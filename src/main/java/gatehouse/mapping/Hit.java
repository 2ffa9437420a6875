package gatehouse.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeType;

/**
 * A value that a rule found.
 *
 * @param value       a text, number or boolean; never blank
 * @param firstOfList whether it is the first non-blank one of a list
 */
public record Hit(Rule rule, JsonNode value, boolean firstOfList) implements Finding {

    /** The value as text; a number in all its digits, without exponent. */
    public String text() {
        return Scalar.text(value);
    }

    /** STRING, NUMBER or BOOLEAN. */
    public JsonNodeType type() {
        return value.getNodeType();
    }
}

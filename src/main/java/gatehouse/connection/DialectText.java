package gatehouse.connection;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;

import gatehouse.web.Refusal;

/** A dialect as it is typed and kept: nothing unknown, nothing doubled, nothing of another type; written, only what is not standard. */
public final class DialectText {

    private static final int LONGEST = 4096;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS).disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(LogicalType.Textual, shapes -> List.of(CoercionInputShape.Integer, CoercionInputShape.Float, CoercionInputShape.Boolean)
                    .forEach(shape -> shapes.setCoercion(shape, CoercionAction.Fail)))
            .build();

    private DialectText() {
    }

    static Dialect read(String json) {
        if (json.length() > LONGEST) throw Refusal.invalid("provider.dialect.too-long", LONGEST);
        try {
            if (!JSON.readTree(json).isObject()) throw Refusal.invalid("provider.dialect.not-object");
            return JSON.readValue(json, Dialect.class);
        } catch (JsonProcessingException wrong) {
            if (wrong.getCause() instanceof Refusal refusal) throw refusal;
            throw Refusal.invalid("provider.dialect.not-object");
        }
    }

    static String write(Dialect dialect) {
        ObjectNode told = differences(dialect);
        return told.isEmpty() ? "" : told.toString();
    }

    /** The same object, a member a line; empty for the standard. */
    public static String inLines(Dialect dialect) {
        ObjectNode told = differences(dialect);
        return told.isEmpty() ? "" : told.toPrettyString().replace("\r\n", "\n");
    }

    private static ObjectNode differences(Dialect dialect) {
        ObjectNode all = JSON.valueToTree(dialect);
        subtract(all, JSON.valueToTree(Dialect.STANDARD));
        return all;
    }

    private static void subtract(ObjectNode from, JsonNode standard) {
        List<String> names = new ArrayList<>();
        from.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            JsonNode value = from.get(name);
            boolean same = value.equals(standard.path(name));
            if (!same && value instanceof ObjectNode inner && standard.path(name).isObject()) subtract(inner, standard.path(name));
            if (same) from.remove(name);
        }
    }
}

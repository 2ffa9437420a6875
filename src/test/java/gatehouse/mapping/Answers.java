package gatehouse.mapping;

import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.web.Refusal;

/** Providers' answers, read with every digit. */
public final class Answers {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .nodeFactory(JsonNodeFactory.withExactBigDecimals(true)).build();

    private Answers() {
    }

    public static ObjectNode read(String json) {
        try {
            return (ObjectNode) JSON.readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** Who an answer says it is, by these rules. */
    static ExternalProfile profile(Mapping mapping, String answer) {
        return mapping.profile(mapping.read(read(answer)));
    }

    static Refusal refusal(Mapping mapping, String answer) {
        return assertThrows(Refusal.class, () -> profile(mapping, answer));
    }
}

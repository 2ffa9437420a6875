package gatehouse.web;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Reads JSON that strangers wrote (RFC 8259): UTF-8 without a byte order mark, 32 levels, strings of 8,192, names of 256
 * and numbers of 64 characters. Refused: doubled names, anything after the value, NUL, half surrogates, huge exponents.
 */
public final class Json {

    private static final int LONGEST_STRING = 8192;
    private static final int LARGEST_EXPONENT = 999;
    private static final JsonMapper MAPPER = mapper(LONGEST_STRING);
    private static final JsonMapper LONG_STRINGS = mapper(2 * LONGEST_STRING);
    private static final JsonMapper FILES = mapper(1 << 20);

    private Json() {
    }

    /** @throws Malformed when it is not exactly one JSON value within the limits */
    public static JsonNode read(byte[] utf8) {
        return read(MAPPER, utf8);
    }

    /** @throws Malformed when it is not exactly one JSON object within the limits */
    public static ObjectNode object(byte[] utf8) {
        return asObject(read(MAPPER, utf8));
    }

    /** As {@link #object}, but strings may have 16,384 characters: for answers that carry a signed token. */
    public static ObjectNode objectWithLongStrings(byte[] utf8) {
        return asObject(read(LONG_STRINGS, utf8));
    }

    /** As {@link #object}, but strings may have a million characters: for a file that an administrator chose. */
    public static ObjectNode file(byte[] utf8) {
        return asObject(read(FILES, utf8));
    }

    private static ObjectNode asObject(JsonNode node) {
        if (node instanceof ObjectNode object) return object;
        throw new Malformed("not an object");
    }

    private static JsonNode read(JsonMapper mapper, byte[] utf8) {
        try {
            JsonNode node = mapper.readTree(text(utf8));
            if (node == null || node.isMissingNode()) throw new Malformed("empty");
            inspect(node);
            return node;
        } catch (JsonProcessingException | NumberFormatException unreadable) {
            throw new Malformed("not JSON within the limits");
        }
    }

    private static String text(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
            if (text.startsWith("\uFEFF")) throw new Malformed("byte order mark");
            return text;
        } catch (CharacterCodingException unreadable) {
            throw new Malformed("not UTF-8");
        }
    }

    private static void inspect(JsonNode node) {
        if (node.isTextual()) inspect(node.textValue());
        if (node.isBigDecimal()) inspect(node.decimalValue());
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            inspect(field.getKey());
        }
        for (JsonNode child : node) {
            inspect(child);
        }
    }

    private static void inspect(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int point = text.codePointAt(i);
            if (point == 0 || Character.getType(point) == Character.SURROGATE) throw new Malformed("a character no text has");
        }
    }

    private static void inspect(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) throw new Malformed("exponent");
    }

    private static JsonMapper mapper(int longestString) {
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(32).maxStringLength(longestString).maxNameLength(256).maxNumberLength(64).build()).build();
        return JsonMapper.builder(factory)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** The bytes were no acceptable JSON; the message never holds any of them. */
    public static final class Malformed extends RuntimeException {

        private Malformed(String why) {
            super(why, null, false, false);
        }
    }
}

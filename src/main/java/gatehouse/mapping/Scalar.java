package gatehouse.mapping;

import java.math.BigDecimal;

import com.fasterxml.jackson.databind.JsonNode;

/** A JSON value that one line of text can show. */
final class Scalar {

    private static final int MOST_DIGITS = 300;

    private Scalar() {
    }

    static boolean is(JsonNode node) {
        return node.isTextual() || node.isBoolean() || node.isIntegralNumber() || node.isNumber() && writable(node);
    }

    /** Not {@code NaN}, and not 1e1000000000, which would fill the memory when written out. */
    private static boolean writable(JsonNode number) {
        if (number.isFloatingPointNumber() && !number.isBigDecimal() && !Double.isFinite(number.doubleValue())) return false;
        BigDecimal value = number.decimalValue();
        return Math.abs((long) value.scale()) <= MOST_DIGITS && value.precision() <= MOST_DIGITS;
    }

    /** Null, "" and blanks are as good as missing. */
    static boolean blank(JsonNode node) {
        return node.isNull() || node.isTextual() && node.textValue().isBlank();
    }

    /** A number in all its digits, without exponent. */
    static String text(JsonNode node) {
        if (node.isTextual()) return node.textValue();
        if (node.isIntegralNumber()) return node.bigIntegerValue().toString();
        return node.isNumber() ? node.decimalValue().toPlainString() : node.asText();
    }
}

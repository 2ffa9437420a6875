package gatehouse.web;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class JsonTest {

    @Test
    void numbers_keep_every_digit() {
        assertEquals("9007199254740993", Json.read(utf8("9007199254740993")).asText());
        assertEquals("1.10", Json.object(utf8("{\"v\":1.10}")).get("v").decimalValue().toPlainString());
    }

    @Test
    @DisplayName("U-04 a doubled name is refused, however it is written")
    void a_doubled_name_is_refused() {
        refused(utf8("{\"id\":\"1\",\"id\":\"2\"}"));
        refused(utf8("{\"a\":[{\"id\":\"1\",\"\\u0069d\":\"2\"}]}"));
    }

    @ParameterizedTest
    @DisplayName("U-08 depth, length and size have bounds")
    @ValueSource(ints = {33, 10_000})
    void depth_is_bounded(int depth) {
        refused(utf8("[".repeat(depth) + "]".repeat(depth)));
        refused(utf8("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)));
        assertEquals(1, Json.read(utf8("[".repeat(32) + "1" + "]".repeat(32))).size());
    }

    @Test
    @DisplayName("U-08 huge numbers, strings and names are refused")
    void huge_numbers_strings_and_names_are_refused() {
        refused(utf8("{\"id\":" + "9".repeat(300_000) + "}"));
        refused(utf8("{\"id\":1e1000000000}"));
        refused(utf8("{\"id\":1e-1000000000}"));
        refused(utf8("{\"id\":1e99999999999}"));
        refused(utf8("\"" + "x".repeat(8193) + "\""));
        refused(utf8("{\"" + "x".repeat(257) + "\":1}"));
        assertEquals(8192, Json.read(utf8("\"" + "x".repeat(8192) + "\"")).textValue().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{}x", "{} {}", "{'a':1}", "{a:1}", "[1,]", "NaN", "[Infinity]", "/* */1", "01", "\"\t\"",
        "<html>"})
    void what_is_not_exactly_one_json_value_is_refused(String text) {
        refused(utf8(text));
    }

    @Test
    @DisplayName("C-19 UTF-16, UTF-32, a byte order mark and broken UTF-8 are refused")
    void only_utf_8_is_read() {
        refused("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE));
        refused("{\"a\":1}".getBytes(StandardCharsets.UTF_16));
        refused(utf8("\uFEFF{\"a\":1}"));
        refused(new byte[] {'"', (byte) 0xc3, '"'});
        refused(new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'});
    }

    @Test
    void nul_and_half_surrogates_are_refused() {
        refused(utf8("\"\\u0000\""));
        refused(utf8("{\"a\":[\"\\ud800\"]}"));
        refused(utf8("{\"\\udc00\":1}"));
        assertEquals("\uD83D\uDE00", Json.read(utf8("\"\\ud83d\\ude00\"")).textValue());
    }

    @Test
    void the_refusal_never_quotes_what_was_read() {
        Json.Malformed refusal = assertThrows(Json.Malformed.class, () -> Json.read(utf8("{\"token\":\"canary")));
        assertEquals("not JSON within the limits", refusal.getMessage());
    }

    private static void refused(byte[] bytes) {
        assertThrows(Json.Malformed.class, () -> Json.read(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package gatehouse.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkedSampleTest {

    private static List<MarkedSample.Piece> pieces(String rule, String json) {
        Sample sample = Sample.of(json);
        return MarkedSample.of(sample, new Mapping(MappingType.CUSTOM, Map.of(Field.SUBJECT, Rules.of(rule))).read(sample.answer()).findings().values());
    }

    /** Marks as « and ». */
    private static String marked(String rule, String json) {
        return pieces(rule, json).stream().map(piece -> piece.marked() ? "«" + piece.text() + "»" : piece.text()).collect(Collectors.joining())
                .replaceAll("\\s+", " ");
    }

    @Test
    void only_the_place_that_was_found_is_marked_though_others_hold_the_same() {
        assertEquals("{ \"a\": 1, \"b\": «1», \"c\": { \"b\": 1 } }", marked("$.b", "{\"a\":1,\"b\":1,\"c\":{\"b\":1}}"));
        assertEquals("{ \"a\": true, \"b\": «true» }", marked("b", "{\"a\":true,\"b\":true}"));
        assertEquals("{ \"a\": \"x\", \"b\": [ { \"v\": \"\" }, { \"v\": «\"x\"» }, { \"v\": \"x\" } ] }",
                marked("$.b[*].v", "{\"a\":\"x\",\"b\":[{\"v\":\"\"},{\"v\":\"x\"},{\"v\":\"x\"}]}"));
        assertEquals("{ \"a\": { \"b~/c\": «-7» } }", marked("/a/b~0~1c", "{\"a\":{\"b~/c\":-7}}"));
    }

    @Test
    void a_filter_still_finds_true_and_its_find_is_marked() {
        assertEquals("{ \"emails\": [ { \"email\": \"a\", \"primary\": false }, { \"email\": «\"b\"», \"primary\": true } ] }",
                marked("$.emails[?(@.primary==true)].email", "{\"emails\":[{\"email\":\"a\",\"primary\":false},{\"email\":\"b\",\"primary\":true}]}"));
    }

    @Test
    void every_digit_is_written() {
        assertEquals("{ \"id\": «9007199254740993», \"x\": 0.10, \"e\": [], \"o\": {}, \"n\": null }",
                marked("$.id", "{\"id\":9007199254740993,\"x\":0.10,\"e\":[],\"o\":{},\"n\":null}"));
    }

    @Test
    @DisplayName("U-21 a sample that would fill the page is cut")
    void a_huge_sample_is_cut() {
        String deep = "[".repeat(30) + "1,".repeat(100_000) + "1" + "]".repeat(30);
        List<MarkedSample.Piece> pieces = pieces("$.id", "{\"id\":7,\"deep\":" + deep + "}");
        assertTrue(pieces.stream().mapToInt(piece -> piece.text().length()).sum() < 61_000);
        assertTrue(pieces.get(pieces.size() - 1).text().endsWith("…"));
    }

    @ParameterizedTest
    @DisplayName("U-21 a sample is read as strictly as a live answer")
    @ValueSource(strings = {"[]", "1", "{", "{\"a\":1}x", "{\"a\":1,\"a\":2}", "{'a':1}", "{\"a\":NaN}", "{\"a\":1e1000}", "\uFEFF{}", "{\"a\":\"\\u0000\"}", "<html>"})
    void what_a_sign_in_would_not_read_is_refused(String json) {
        assertEquals("provider.tester.not-json", assertThrows(Refusal.class, () -> Sample.of(json)).key());
    }

    @Test
    @DisplayName("U-21 the same limits: 256 KB, 32 levels")
    void the_limits_are_those_of_a_sign_in() {
        assertEquals("provider.tester.empty", assertThrows(Refusal.class, () -> Sample.of(" \n")).key());
        assertEquals("provider.tester.not-json", assertThrows(Refusal.class, () -> Sample.of("{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}")).key());
        assertEquals("provider.tester.too-large", assertThrows(Refusal.class, () -> Sample.of("{}" + " ".repeat(256 * 1024))).key());
        assertEquals("provider.tester.too-large", assertThrows(Refusal.class, () -> Sample.of("{\"a\":\"" + "张".repeat(90_000) + "\"}")).key());
    }
}

package gatehouse.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenTest {

    private static Given read(String json) {
        return Given.read(json.getBytes(UTF_8), Given.LONGEST);
    }

    private static String refused(String json, Function<Given, ?> asked) {
        Refusal refusal = assertThrows(Refusal.class, () -> asked.apply(read(json)));
        assertEquals(400, refusal.status());
        return refusal.key() + " " + List.of(refusal.arguments());
    }

    @Test
    void fields_are_read_as_what_they_are() {
        Given given = read("{\"a\":\"x\",\"b\":true,\"c\":[\"y\",\"z\"],\"d\":null,\"e\":7}");
        assertEquals("x", given.text("a"));
        assertTrue(given.flag("b", false));
        assertEquals(List.of("y", "z"), given.texts("c"));
        assertEquals(Optional.of("7"), given.digits("e"));
        assertTrue(given.has("a"));
    }

    @Test
    @DisplayName("A-16 a row is meant by a whole number; one that no row can have means none")
    void a_row_is_meant_by_its_number() {
        assertEquals(7, read("{\"id\":7}").id());
        assertEquals(999999999999999999L, read("{\"id\":999999999999999999}").id());
        for (String none : List.of("-7", "1000000000000000000", "9".repeat(40))) assertEquals(0, read("{\"id\":" + none + "}").id(), none);
        for (String missing : List.of("{}", "{\"id\":null}")) assertEquals("refused.json-missing [id]", refused(missing, Given::id));
        for (String wrong : List.of("\"7\"", "7.5", "true", "[7]")) assertEquals("refused.json-type [id, 1, 2, …]", refused("{\"id\":" + wrong + "}", Given::id), wrong);
    }

    @Test
    void what_is_left_out_or_null_is_what_it_was() {
        Given given = read("{\"d\":null}");
        assertFalse(given.has("d") || given.has("a"));
        assertEquals("was", given.text("d", "was"));
        assertTrue(given.flag("a", true));
        assertEquals(List.of(), given.texts("d"));
        assertEquals(Optional.empty(), given.digits("d"));
        assertEquals("refused.json-missing [d]", refused("{\"d\":null}", one -> one.text("d")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "true", "[]", "{}", "1.5"})
    @DisplayName("A-16 a field of the wrong type is refused by its name")
    void a_wrong_type_is_refused_by_its_name(String value) {
        String json = "{\"f\":" + value + "}";
        assertEquals("refused.json-type [f, \"…\"]", refused(json, given -> given.text("f")));
        assertEquals("refused.json-type [f, \"…\"]", refused("{\"f\":[" + value + "]}", given -> given.texts("f")));
        if (!value.equals("true")) assertEquals("refused.json-type [f, true, false]", refused(json, given -> given.flag("f", false)));
        if (!value.equals("1")) assertEquals("refused.json-type [f, 1, 2, …]", refused(json, given -> given.digits("f")));
        if (!value.equals("[]")) assertEquals("refused.json-type [f, [\"…\"]]", refused(json, given -> given.texts("f")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{} {}", "{\"a\":1,\"a\":2}", "{a:1}", "\uFEFF{}", "{\"a\":\"\\u0000\"}", "{\"a\":\"\\ud800\"}", "nul", "{\"a\":1e9999}"})
    @DisplayName("A-16 what is no JSON within the limits is refused")
    void what_is_no_json_is_refused(String body) {
        assertEquals("refused.json []", refused(body, given -> given));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "1", "\"x\"", "null", "true"})
    void what_is_no_object_has_no_fields(String body) {
        assertEquals("refused.json-object []", refused(body, given -> given.has("a")));
        assertEquals("refused.json-object []", refused(body, given -> {
            given.only(Set.of());
            return given;
        }));
    }

    @Test
    void items_are_a_list_of_at_most_a_hundred_objects() {
        assertEquals("b", read("[{\"a\":\"x\"},{\"a\":\"b\"}]").items().get(1).text("a"));
        assertEquals("refused.json-array []", refused("{}", Given::items));
        assertEquals("refused.json-array []", refused("[" + "1,".repeat(100) + "1]", Given::items));
        assertEquals("refused.json-object []", refused("[1]", given -> given.items().get(0).text("a")));
    }

    @Test
    void a_name_nobody_knows_is_refused_and_cut() {
        read("{\"a\":1}").only(Set.of("a", "b"));
        String name = "x".repeat(200);
        assertEquals("refused.json-unknown [" + name.substring(0, 40) + "]", refused("{\"" + name + "\":1}", given -> {
            given.only(Set.of("a"));
            return given;
        }));
    }

    @Test
    void more_than_64_kilobytes_are_too_much() {
        assertEquals(413, assertThrows(Refusal.class, () -> Given.read(new byte[Given.LONGEST + 1], Given.LONGEST)).status());
    }

    @Test
    void numbers_bytes_and_members_are_read() {
        Given given = read("{\"n\":[0,9999],\"b\":\"UE5H\",\"m\":{\"a\":\"x\"},\"z\":null}");
        assertEquals(List.of(0, 9999), given.numbers("n"));
        assertEquals("PNG", new String(given.bytes("b").orElseThrow(), UTF_8));
        assertEquals(Map.of("a", "x"), given.members("m"));
        assertTrue(given.numbers("z").isEmpty() && given.bytes("z").isEmpty() && given.members("z").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "true", "\"*\"", "[\"1\"]", "[-1]", "[10000]", "[1.5]", "{\"a\":7}", "[99999999999]"})
    @DisplayName("A-16 what is no list of numbers, no Base64 and no object of texts is refused by its name")
    void what_is_none_of_these_is_refused(String value) {
        String json = "{\"f\":" + value + "}";
        assertTrue(refused(json, given -> given.numbers("f")).startsWith("refused.json-type [f, "));
        assertTrue(refused(json, given -> given.bytes("f")).startsWith("refused.json-type [f, "));
        assertTrue(refused(json, given -> given.members("f")).startsWith("refused.json-type [f, "));
    }

    @Test
    void where_more_is_taken_strings_may_be_longer_too() {
        byte[] large = ("{\"f\":\"" + "x".repeat(100_000) + "\"}").getBytes(UTF_8);
        assertEquals(100_000, Given.read(large, 512 * 1024).text("f").length());
        assertEquals(413, assertThrows(Refusal.class, () -> Given.read(large, 99_999)).status());
        assertEquals(400, assertThrows(Refusal.class, () -> Given.read("[]".getBytes(UTF_8), 512 * 1024)).status());
    }
}

package gatehouse.web;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedFormTest {

    private static final String TYPE = "multipart/form-data; boundary=----edge";

    private static TypedForm read(String parts) {
        return TypedForm.read(TYPE, (parts + "------edge--\r\n").getBytes(ISO_8859_1));
    }

    private static String part(String disposition, String content) {
        return "------edge\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
    }

    @Test
    void a_file_comes_through_byte_for_byte_beside_the_fields() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) all[i] = (byte) i;
        TypedForm form = read(part("name=\"name\"", new String("张三".getBytes(UTF_8), ISO_8859_1)) + part("name=\"icon\"; filename=\"a.png\"", new String(all, ISO_8859_1))
                + part("name=\"icon\"; filename=\"b.png\"", "second"));
        assertEquals("张三", form.text("name"));
        assertArrayEquals(all, form.file("icon"));
        assertEquals("", form.text("icon"), "a file is no field");
    }

    @Test
    void no_file_chosen_is_no_file() {
        assertEquals(0, read(part("name=\"icon\"; filename=\"\"", "")).file("icon").length);
        assertEquals(0, TypedForm.read("application/x-www-form-urlencoded", "icon=x".getBytes(UTF_8)).file("icon").length);
        assertEquals(0, TypedForm.read(null, "icon=x".getBytes(UTF_8)).file("icon").length);
    }

    @Test
    @DisplayName("X-02 a file named as the form token is no form token")
    void a_file_is_no_form_token() {
        assertEquals(0, read(part("name=\"csrf\"; filename=\"csrf\"", "token")).all("csrf").size());
    }

    @ParameterizedTest
    @DisplayName("G-04 the file's name is not read")
    @ValueSource(strings = {"../../x.jsp", "x.png%00.html", "CON", "\u202Egnp.x", ""})
    void the_file_name_is_not_read(String name) {
        assertEquals("content", new String(read(part("name=\"icon\"; filename=\"" + name + "\"", "content")).file("icon"), UTF_8));
    }

    @Test
    @DisplayName("G-01 10,000 parts, a part's head of 1 MB and a body without boundary are malformed")
    void malformed_bodies_are_refused() {
        assertEquals(400, status(part("name=\"icon\"; filename=\"x\"", "").repeat(10_000)));
        assertEquals(400, status(part("name=\"x\"", "").repeat(2501)));
        assertEquals(400, status(part("name=\"icon\"; filename=\"" + "x".repeat(1 << 20) + "\"", "")));
        assertEquals(400, assertThrows(Refusal.class, () -> TypedForm.read("multipart/form-data", new byte[10])).status());
    }

    private static int status(String parts) {
        return assertThrows(Refusal.class, () -> read(parts)).status();
    }
}

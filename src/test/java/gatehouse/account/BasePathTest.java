package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.web.Refusal;

class BasePathTest {

    @ParameterizedTest
    @CsvSource({"/,/", "//,/", "/a/,/a", "/a//b/./c,/a/b/c", "' /home ',/home", "/.hidden,/.hidden", "/a..b,/a..b", "/文件/John Doe,/文件/John Doe", "/...,/..."})
    void a_path_is_cleaned(String typed, String clean) {
        assertEquals(clean, new BasePath(typed).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a", "a/b", "/..", "/a/../b", "/../a", "/a\\b", "/a\0b", "/a\nb", "/{name}", "/{", "/a}", "C:\\", "/\ud800"})
    void other_paths_are_refused(String typed) {
        assertEquals(422, assertThrows(Refusal.class, () -> new BasePath(typed)).status());
    }

    @Test
    @DisplayName("D-06 a long path is refused before it is looked at")
    void a_long_path_is_refused() {
        assertEquals(1024, new BasePath("/" + "a".repeat(1023)).value().length());
        for (String typed : new String[] {"/" + "a".repeat(1024), "/a".repeat(500_000), "/{username}".repeat(60)}) {
            assertEquals("account.base-path.too-long", assertThrows(Refusal.class, () -> new BasePath(typed)).key());
        }
    }

    @Test
    void placeholders_are_resolved_once() {
        assertEquals("/home/John Doe/17", new BasePath("/home/{username}/{id}").resolve("John Doe", 17).value());
        assertEquals("/home/_id_", new BasePath("/home/{username}").resolve("{id}", 17).value());
        assertEquals("/shared", new BasePath("/shared").resolve("anyi", 17).value());
        assertEquals("/", BasePath.ROOT.resolve("anyi", 17).value());
    }

    @ParameterizedTest
    @DisplayName("R-06 a username climbs nowhere")
    @ValueSource(strings = {".", "..", "../..", "a/../../b", "..\\..", "\0"})
    void a_username_climbs_nowhere(String name) {
        for (String template : new String[] {"/home/{username}", "/home/.{username}", "/home/{username}{username}", "/home/{username}/x"}) {
            String path = new BasePath(template).resolve(name, 1).value();
            assertTrue(path.startsWith("/home/"), path);
            assertEquals(template.split("/").length, path.split("/").length, path);
        }
    }
}

package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.web.Refusal;

class UsernameTest {

    @ParameterizedTest
    @ValueSource(strings = {"John Doe", "张三", "anyi", "o.neil+x@example.com", "Ünal", "अनिता", "สมชาย", "بدر", "x", "A-b_c"})
    void names_of_any_script_are_shown_as_given(String name) {
        assertEquals(name, Username.of(name).shown());
        assertEquals(name, Username.from(name).shown());
    }

    @ParameterizedTest
    @DisplayName("R-04 what looks like admin is the same canonical name as admin")
    @ValueSource(strings = {"Admin", "ADMIN", "admin ", " admin", "ａｄｍｉｎ", "аdmin", "admın", "ADMİN", "adm\u0456n", "adrnin", "𝐚𝐝𝐦𝐢𝐧", "admi\u0307n"})
    void look_alikes_have_one_canonical_name(String name) {
        assertEquals(Username.of("admin").canonical(), Username.from(name).canonical());
    }

    @ParameterizedTest
    @DisplayName("R-04 invisible characters become visible")
    @ValueSource(strings = {"admin\u200b", "ad\u00admin", "admin\u3164", "admin\ufe0f", "\u202eadmin", "admin\u115f", "admin\0", "ad\u034fmin"})
    void invisible_characters_become_visible(String name) {
        Username read = Username.from(name);
        assertTrue(read.shown().contains("_"), read.shown());
        assertNotEquals(Username.of("admin").canonical(), read.canonical());
        assertEquals("account.username.characters", refusal(name).key());
    }

    @ParameterizedTest
    @DisplayName("R-06 reserved names are known, in any case and look")
    @ValueSource(strings = {".", "..", "con", "CON", "root", "R00T", "guest", "anonymous", "null", "dav", "system", "Administrator", "ｒｏｏｔ"})
    void reserved_names_are_known(String name) {
        Username read = Username.from(name);
        assertTrue(read.reserved());
        assertEquals("account.username.reserved", refusal(name).key());
        assertFalse(read.withSuffix("17").reserved());
    }

    @ParameterizedTest
    @DisplayName("R-06 nothing left gives user")
    @ValueSource(strings = {"", "   ", "\u3000\u00a0", "\t\n"})
    void nothing_left_gives_user(String blank) {
        assertEquals("user", Username.from(blank).shown());
        assertEquals("account.username.empty", refusal(blank.replace("\t\n", " ")).key());
    }

    @Test
    void other_characters_become_underscores_and_blanks_single() {
        assertEquals("a_b_c d", Username.from("a/b\\c   d").shown());
        assertEquals("_script_", Username.from("<script>").shown());
        assertEquals("a_", Username.from("a\ud83d\ude00").shown());
        assertEquals("_", Username.from("\ud800").shown());
        assertEquals("_a", Username.from("\u0301a").shown());
        assertEquals("a b", Username.from("a\t\nb").shown());
    }

    @Test
    @DisplayName("R-07 a long name is cut to 64 code points, suffix included, no pair split")
    void a_long_name_is_cut() {
        String pair = new String(Character.toChars(0x20000));
        for (String one : new String[] {"a", pair, "ﷺ", "1" + pair}) {
            Username read = Username.from(one.repeat(300));
            assertEquals(64, length(read), one);
            Username suffixed = read.withSuffix("dc188911-" + pair.repeat(100));
            assertTrue(length(suffixed) <= 64);
            assertTrue(suffixed.shown().contains("_dc188911-"));
            assertTrue(suffixed.shown().codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE));
            assertTrue(read.canonical().length() <= 256 && suffixed.canonical().length() <= 256);
        }
        assertEquals("account.username.too-long", refusal("a".repeat(65)).key());
        assertEquals(64, length(Username.of("a".repeat(64))));
    }

    @Test
    @DisplayName("R-07, D-06 a megabyte is bounded before it is normalised")
    void a_megabyte_is_quick() {
        for (String one : new String[] {"a", "ﷺ", "a\u0301\u0327", " ", "\ud83d\ude00"}) {
            String huge = one.repeat(1_000_000);
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Username.from(huge).withSuffix(huge));
            assertThrows(Refusal.class, () -> Username.of(huge));
        }
    }

    @Test
    @DisplayName("R-03 a suffix makes another name, and is cleaned like one")
    void a_suffix_makes_another_name() {
        Username anyi = Username.of("anyi");
        assertEquals("anyi_dc188911", anyi.withSuffix("dc188911").shown());
        assertEquals("anyi_a_b", anyi.withSuffix("a/b").shown());
        assertNotEquals(anyi.canonical(), anyi.withSuffix("2").canonical());
        assertNotEquals(anyi.withSuffix("2").canonical(), anyi.withSuffix("3").canonical());
    }

    @Test
    void a_canonical_name_too_long_for_its_column_still_differs() {
        String wide = new String(Character.toChars(0x11AEA));
        Username one = Username.from(wide.repeat(64));
        assertTrue(one.canonical().length() <= 256);
        assertNotEquals(one.canonical(), one.withSuffix("2").canonical());
        assertNotEquals(one.withSuffix("3").canonical(), one.withSuffix("2").canonical());
    }

    private static Refusal refusal(String typed) {
        return assertThrows(Refusal.class, () -> Username.of(typed), typed);
    }

    private static int length(Username name) {
        return name.shown().codePointCount(0, name.shown().length());
    }
}

package gatehouse.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.web.Refusal;

class PermissionsTest {

    @Test
    void the_sums_of_the_seed_are_right() {
        assertEquals(768, Permissions.of(List.of("256", "512")).sum());
        assertEquals(152, Permissions.of(List.of("8", "16", "128")).sum());
        assertEquals(0, Permissions.of(List.of()).sum());
        assertEquals(List.of("WEBDAV_READ", "WEBDAV_MANAGE"), Permissions.typed("768").names());
        assertEquals(14, Permissions.typed("16383").ticked().size());
        assertEquals(8, Permissions.of(List.of("8", "8")).sum());
    }

    @ParameterizedTest
    @DisplayName("R-09 what is not a sum of known bits is refused")
    @ValueSource(strings = {"-1", "2147483648", "1e3", "768abc", "", "  ", "16384", "65535", "9999999999", "0x10", "+8", "08", "٣", "1.0", "99999999999999999999"})
    void a_wrong_number_is_refused(String typed) {
        assertEquals(422, assertThrows(Refusal.class, () -> Permissions.typed(typed)).status());
    }

    @ParameterizedTest
    @DisplayName("R-09 a posted tick that is no known bit is refused")
    @ValueSource(strings = {"3", "0", "-1", "16384", "", "8abc", " 8"})
    void a_wrong_tick_is_refused(String tick) {
        assertEquals(422, assertThrows(Refusal.class, () -> Permissions.of(List.of(tick))).status());
    }

    @Test
    void an_imported_number_keeps_its_higher_bits() {
        Permissions imported = Permissions.imported(65535);
        assertEquals(65535, imported.sum());
        assertEquals(49152, imported.other());
        assertTrue(imported.has(Permission.DECOMPRESS));
        assertThrows(Refusal.class, () -> Permissions.imported(-1));
    }

    @Test
    void a_changed_number_wins_over_the_ticks() {
        Permissions before = Permissions.imported(16384 + 8);
        assertEquals(768, Permissions.chosen(List.of("8"), "768", before).sum());
        assertEquals(16384 + 16, Permissions.chosen(List.of("16"), "16392", before).sum());
        assertEquals(16384, Permissions.chosen(List.of(), " 16392 ", before).sum());
        assertThrows(Refusal.class, () -> Permissions.chosen(List.of("8"), "", before));
    }

    @Test
    void sums_are_joined_and_never_more_than_their_parts() {
        Permissions sum = Permissions.typed("8").plus(Permissions.typed("24"));
        assertEquals(24, sum.sum());
        assertFalse(sum.has(Permission.DELETE));
        assertEquals("permission.8", Permission.WRITE.key());
    }
}

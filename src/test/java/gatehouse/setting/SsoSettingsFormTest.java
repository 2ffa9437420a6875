package gatehouse.setting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;

import gatehouse.account.Permissions;
import gatehouse.web.TypedForm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsoSettingsFormTest {

    private static final String REST = "&defaultDir=/&idleHours=12&longestDays=7";

    private static SsoSettingsForm form(String body, int saved) {
        return new SsoSettingsForm(TypedForm.read("application/x-www-form-urlencoded", body.getBytes(UTF_8)), Permissions.imported(saved));
    }

    @Test
    void ticks_are_added_up() {
        assertEquals(152, form("permission=8&permission=16&permission=128&permissionSum=0&permissionWas=0" + REST, 0).settings().defaultPermissions().sum());
    }

    @Test
    void a_number_that_was_changed_wins_over_the_ticks() {
        assertEquals(768, form("permission=8&permissionSum=768&permissionWas=0" + REST, 0).settings().defaultPermissions().sum());
    }

    @Test
    void ticks_win_on_a_page_that_was_refused_for_another_field_too() {
        Map<String, Object> again = form("permission=8&permissionSum=0&permissionWas=0&defaultDir=x&idleHours=1&longestDays=1", 0).model();
        assertEquals("8", again.get("permissionSum"));
        assertEquals(8, again.get("permission"));
    }

    @Test
    @DisplayName("R-09 unknown bits that are typed are refused, and the typed number stays in its field")
    void unknown_bits_that_are_typed_are_refused() {
        SsoSettingsForm form = form("permission=8&permissionSum=99999&permissionWas=0" + REST, 0);
        assertEquals(Set.of("permissionSum"), form.problems().byField().keySet());
        assertEquals("99999", form.model().get("permissionSum"));
        assertEquals(8, form.model().get("permission"));
    }

    @Test
    void imported_bits_stay_when_ticks_change() {
        assertEquals(32768 + 8, form("permission=8&permissionSum=32768&permissionWas=32768" + REST, 32768).settings().defaultPermissions().sum());
    }

    @Test
    void unknown_bits_cannot_be_brought_in_by_the_hidden_field() {
        assertTrue(form("permission=8&permissionSum=32768&permissionWas=32768" + REST, 0).problems().any());
    }

    @ParameterizedTest
    @ValueSource(strings = {"permission=3", "permission=16384", "permission=x"})
    void a_tick_that_is_no_permission_is_refused(String tick) {
        SsoSettingsForm form = form(tick + "&permissionSum=0&permissionWas=0" + REST, 0);
        assertEquals(Set.of("permissionSum"), form.problems().byField().keySet());
        assertEquals(0, form.model().get("permission"));
    }

    @ParameterizedTest
    @CsvSource({"0,7,idleHours", "721,7,idleHours", "x,7,idleHours", "12,0,longestDays", "12,91,longestDays", "12,1.5,longestDays", "12,'',longestDays"})
    void session_lengths_outside_their_range_are_refused(String hours, String days, String field) {
        SsoSettingsForm form = form("permissionSum=0&permissionWas=0&defaultDir=/&idleHours=" + hours + "&longestDays=" + days, 0);
        assertEquals(Set.of(field), form.problems().byField().keySet());
    }

    @Test
    void everything_typed_is_posted_again_by_the_page_that_asks_first() {
        SsoSettingsForm form = form("autoRegister=true&permission=8&permission=16&permissionSum=0&permissionWas=0&defaultDir=/a/{id}&idleHours=720&longestDays=90", 0);
        String again = form.fields().stream().map(field -> field.get("name") + "=" + field.get("value")).reduce("", (one, other) -> one + "&" + other);
        SsoSettingsForm second = form(again.substring(1), 0);
        assertEquals(form.settings(), second.settings());
        assertEquals(new SessionLimits(Duration.ofHours(720), Duration.ofDays(90)), second.limits());
        assertFalse(second.problems().any());
    }

    @Test
    void no_tick_at_all_takes_the_permissions_away() {
        assertEquals(0, form("permissionSum=152&permissionWas=152" + REST, 152).settings().defaultPermissions().sum());
    }
}

package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** None is added by waiting: one a minute is slower than any of these. */
class RationsTest {

    private final Rations rations = new Rations(2, 1);

    private int taken(String kind, int times) {
        int taken = 0;
        for (int i = 0; i < times; i++) if (rations.take(kind)) taken++;
        return taken;
    }

    @Test
    @DisplayName("D-09 each kind has its own ration: a flood of one hides no other")
    void a_flood_of_one_kind_hides_no_other() {
        assertEquals(2, taken("flood", 1000));
        assertTrue(rations.take("quiet"));
        assertTrue(rations.take("quiet"));
        assertFalse(rations.take("quiet"));
    }

    @Test
    void what_was_over_is_counted_by_kind_and_told_once() {
        assertEquals(Map.of(), rations.over());
        assertEquals(4, taken("flood", 10) + taken("trickle", 3) + taken("none", 0));
        assertEquals(Map.of("flood", 8, "trickle", 1), rations.over());
        assertEquals(Map.of(), rations.over());
        assertFalse(rations.take("flood"), "to be told is not to be given more");
        assertEquals(Map.of("flood", 1), rations.over());
    }

    @Test
    @DisplayName("D-09 who invents kinds without end gets one more ration, and no memory")
    void the_kinds_are_bounded() {
        int taken = 0;
        for (int i = 0; i < 100_000; i++) taken += taken("kind " + i, 3);
        assertEquals(2 * 257, taken);
        assertEquals(257, rations.over().size());
    }

    @Test
    void time_brings_more() throws InterruptedException {
        Rations quick = new Rations(1, 60_000);
        assertTrue(quick.take("x"));
        Thread.sleep(5);
        assertTrue(quick.take("x"));
    }
}

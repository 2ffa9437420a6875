package gatehouse.egress;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClocksTest {

    @Test
    @DisplayName("N-05 another server's clock is read from its Date, and what is no date says nothing")
    void clocks_are_held_against_ours() {
        Clocks clocks = new Clocks();
        Instant now = Instant.parse("2026-03-01T12:00:00Z");
        clocks.note("id.example.com", "Sun, 01 Mar 2026 11:50:00 GMT", now);
        assertEquals(Map.of("id.example.com", Duration.ofMinutes(-10)), clocks.ahead());
        for (String none : List.of("", "yesterday", "2026-03-01T12:00:00Z")) {
            clocks.note("id.example.com", none, now);
            assertEquals(Map.of(), clocks.ahead());
        }
        for (int i = 0; i < 300; i++) clocks.note("h" + i, "Sun, 01 Mar 2026 12:00:00 GMT", now);
        assertEquals(100, clocks.ahead().size());
    }
}

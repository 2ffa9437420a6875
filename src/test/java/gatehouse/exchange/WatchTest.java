package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import gatehouse.HandClock;
import gatehouse.connection.Connection;
import gatehouse.exchange.ExchangeFailed.Reason;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WatchTest {

    private final HandClock clock = new HandClock();
    private final Watch watch = new Watch(clock);
    private final Connection connection = Connections.oidc("https://id.example.com");

    private Pulse pulse() {
        return watch.all().get(0).pulse(false);
    }

    private void fails(Reason reason) {
        assertThrows(ExchangeFailed.class, () -> watch.over(connection, () -> {
            throw new ExchangeFailed(reason, "connect");
        }));
    }

    @Test
    void a_trip_is_counted_with_its_time_and_its_end() {
        assertEquals("home", watch.over(connection, () -> "home"));
        assertFalse(pulse().failing());
        fails(Reason.UNREACHABLE);
        assertTrue(pulse().failing());
        assertEquals(List.of(2L, "connect", connection.slug()), List.of(pulse().trips(), pulse().trouble(), pulse().slug()));
        assertEquals(pulse().trips(), pulse().within().get(Pulse.BOUNDS.size() - 1));
    }

    @Test
    void what_nobody_is_to_blame_for_says_nothing_of_the_provider() {
        fails(Reason.BREAKER_OPEN);
        fails(Reason.ADDRESS_REFUSED);
        assertEquals(List.of(), watch.all());
    }

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

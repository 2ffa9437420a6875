package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import gatehouse.HandClock;
import gatehouse.connection.Connection;
import gatehouse.exchange.ExchangeFailed.Reason;
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
}

package gatehouse.status;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import gatehouse.exchange.Pulse;
import gatehouse.provider.SecretLife;
import org.junit.jupiter.api.Test;

class FindingsTest {

    private static final Instant EARLY = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant LATE = EARLY.plusSeconds(60);

    private static String said(Finding finding) {
        return finding.level() + " " + finding.key();
    }

    private static Pulse pulse(Instant good, Instant bad, boolean paused) {
        return new Pulse(1, "github", List.of(), 3, 1.5, Optional.ofNullable(good), Optional.ofNullable(bad), "connect", paused);
    }

    @Test
    void a_provider_is_as_good_as_its_last_trip() {
        assertEquals("GOOD status.provider.unused", said(ProvidersCheck.trips("GitHub", Optional.empty())));
        assertEquals("GOOD status.provider.good", said(ProvidersCheck.trips("GitHub", Optional.of(pulse(LATE, EARLY, false)))));
        assertEquals("WARN status.provider.failing", said(ProvidersCheck.trips("GitHub", Optional.of(pulse(EARLY, LATE, false)))));
        assertEquals("WARN status.provider.failing", said(ProvidersCheck.trips("GitHub", Optional.of(pulse(null, LATE, false)))));
        assertEquals("BAD status.provider.paused", said(ProvidersCheck.trips("GitHub", Optional.of(pulse(EARLY, LATE, true)))));
    }

    @Test
    void a_secret_that_ends_is_told_before_and_after() {
        assertEquals(Optional.empty(), ProvidersCheck.life("GitHub", new SecretLife(SecretLife.State.FINE, 400)));
        assertEquals("WARN status.provider.secret-ending", said(ProvidersCheck.life("GitHub", new SecretLife(SecretLife.State.ENDING, 3)).orElseThrow()));
        assertEquals("BAD status.provider.secret-ended", said(ProvidersCheck.life("GitHub", new SecretLife(SecretLife.State.ENDED, 3)).orElseThrow()));
        assertEquals("BAD status.provider.secret-lost", said(ProvidersCheck.life("GitHub", new SecretLife(SecretLife.State.MISSING, 0)).orElseThrow()));
    }

    @Test
    void a_clock_that_is_off_is_told_either_way() {
        assertEquals("GOOD status.clock.good", said(DatabaseCheck.clock(Duration.ofMillis(-1500))));
        assertEquals("BAD status.clock.apart", said(DatabaseCheck.clock(Duration.ofSeconds(600))));
        assertEquals("BAD status.clock.apart", said(DatabaseCheck.clock(Duration.ofSeconds(-3))));
        assertEquals(Optional.empty(), ProvidersCheck.clock("id.example.com", Duration.ofSeconds(-29)));
        assertEquals("WARN status.clock.provider", said(ProvidersCheck.clock("id.example.com", Duration.ofMinutes(-10)).orElseThrow()));
    }

    @Test
    void room_memory_and_trips_have_their_limits() {
        Path data = Path.of("data");
        assertEquals("GOOD status.disk.good", said(FolderCheck.room(2L << 30, data)));
        assertEquals("WARN status.disk.little", said(FolderCheck.room(500L << 20, data)));
        assertEquals("BAD status.disk.full", said(FolderCheck.room(50L << 20, data)));
        assertEquals("GOOD status.memory", said(LoadCheck.memory(50, 100)));
        assertEquals("WARN status.memory.full", said(LoadCheck.memory(95, 100)));
        assertEquals("GOOD status.attempts", said(LoadCheck.trips(7)));
        assertEquals("WARN status.attempts.many", said(LoadCheck.trips(60_000)));
    }

    @Test
    void sizes_are_short() {
        assertEquals(List.of("0 B", "1023 B", "1.0 KiB", "620 MiB", "1.5 GiB"), List.of(Size.of(0), Size.of(1023), Size.of(1024), Size.of(620L << 20), Size.of(3L << 29)));
    }
}

package gatehouse.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import gatehouse.HandClock;
import gatehouse.exchange.ExchangeFailed.Blame;
import gatehouse.exchange.ExchangeFailed.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class BreakerTest {

    private final HandClock clock = new HandClock();
    private final Breaker breaker = new Breaker(clock);

    @Test
    @DisplayName("D-02 twenty trips at once are enough, and a place is free again when one ends")
    void twenty_at_once_are_enough() {
        List<Gate.Ticket> inside = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            inside.add(breaker.enter(1));
        }
        assertEquals(Reason.BUSY, refused().reason());
        breaker.enter(2).close();
        inside.get(0).close();
        breaker.enter(1).close();
    }

    @Test
    @DisplayName("D-02 five network failures within ten seconds close the way for fifteen")
    void five_failures_within_ten_seconds_trip_it() {
        fail(4, Blame.NETWORK);
        breaker.enter(1).close();
        fail(1, Blame.NETWORK);
        assertEquals(Reason.BREAKER_OPEN, refused().reason());
        clock.pass(Duration.ofSeconds(14));
        assertEquals(1, refused().retryAfter());
    }

    @Test
    void failures_far_apart_do_not_trip_it() {
        for (int i = 0; i < 20; i++) {
            fail(1, Blame.NETWORK);
            clock.pass(Duration.ofSeconds(3));
        }
        breaker.enter(1).close();
    }

    @Test
    void answers_do_not_trip_it_however_bad() {
        fail(20, Blame.ANSWER);
        fail(20, Blame.NOBODY);
        breaker.enter(1).close();
    }

    @Test
    @DisplayName("D-03 after fifteen seconds one probe goes first; its answer opens the way, its failure closes it again")
    void one_probe_goes_first() {
        fail(5, Blame.NETWORK);
        clock.pass(Duration.ofSeconds(15));
        Gate.Ticket probe = breaker.enter(1);
        assertEquals(Reason.BREAKER_OPEN, refused().reason());
        probe.failed(Blame.NETWORK);
        probe.close();
        assertEquals(15, refused().retryAfter());
        clock.pass(Duration.ofSeconds(15));
        try (Gate.Ticket second = breaker.enter(1)) {
            second.answered();
        }
        breaker.enter(1).close();
        breaker.enter(1).close();
    }

    @Test
    void a_probe_that_proves_nothing_makes_room_for_the_next() {
        fail(5, Blame.NETWORK);
        clock.pass(Duration.ofSeconds(15));
        breaker.enter(1).close();
        try (Gate.Ticket next = breaker.enter(1)) {
            assertEquals(Reason.BREAKER_OPEN, refused().reason());
            next.answered();
        }
    }

    @Test
    void stragglers_from_before_it_tripped_change_nothing() {
        Gate.Ticket early = breaker.enter(1);
        fail(5, Blame.NETWORK);
        clock.pass(Duration.ofSeconds(10));
        early.failed(Blame.NETWORK);
        early.close();
        assertEquals(5, refused().retryAfter());
    }

    private void fail(int times, Blame blame) {
        for (int i = 0; i < times; i++) {
            try (Gate.Ticket ticket = breaker.enter(1)) {
                ticket.failed(blame);
            }
        }
    }

    private ExchangeFailed refused() {
        return assertThrows(ExchangeFailed.class, () -> breaker.enter(1));
    }
}

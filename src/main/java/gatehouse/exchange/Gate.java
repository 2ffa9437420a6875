package gatehouse.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

import gatehouse.exchange.ExchangeFailed.Blame;
import gatehouse.exchange.ExchangeFailed.Reason;

/**
 * The trips to one provider: at most 20 at once, others wait up to two seconds; after 5 network failures within 10 seconds none for 15 seconds, then one at a time
 * until one comes back with an answer.
 */
final class Gate {

    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_WAITING = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int MOST_FAILURES = 5;
    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final Duration CLOSED = Duration.ofSeconds(15);

    private final Clock clock;
    private final Deque<Instant> failures = new ArrayDeque<>();
    private int inside;
    private int waiting;
    private boolean tripped;
    private boolean probing;
    private Instant closedUntil = Instant.EPOCH;

    Gate(Clock clock) {
        this.clock = clock;
    }

    synchronized boolean closed() {
        return tripped && clock.instant().isBefore(closedUntil);
    }

    synchronized Ticket enter() {
        Duration wait = Duration.between(clock.instant(), closedUntil);
        if (tripped && !wait.isNegative() && !wait.isZero()) throw ExchangeFailed.later(Reason.BREAKER_OPEN, wait);
        if (probing) throw ExchangeFailed.later(Reason.BREAKER_OPEN, Duration.ofSeconds(1));
        line();
        inside++;
        probing = tripped;
        return new Ticket(tripped);
    }

    /** A crowd waits in line for a moment, at most 30 of them. */
    private void line() {
        if (inside >= MOST_AT_ONCE && waiting >= MOST_WAITING) throw ExchangeFailed.later(Reason.BUSY, Duration.ofSeconds(1));
        long end = System.nanoTime() + PATIENCE.toNanos();
        waiting++;
        try {
            while (inside >= MOST_AT_ONCE) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) throw ExchangeFailed.later(Reason.BUSY, Duration.ofSeconds(1));
                wait(left);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ExchangeFailed.later(Reason.BUSY, Duration.ofSeconds(1));
        } finally {
            waiting--;
        }
    }

    private synchronized void answered(boolean probe) {
        if (!probe) return;
        tripped = false;
        failures.clear();
    }

    private synchronized void failed(boolean probe) {
        Instant now = clock.instant();
        failures.addLast(now);
        failures.removeIf(failure -> failure.isBefore(now.minus(WINDOW)));
        if (!probe && (tripped || failures.size() < MOST_FAILURES)) return;
        tripped = true;
        closedUntil = now.plus(CLOSED);
        failures.clear();
    }

    private synchronized void leave(boolean probe) {
        inside--;
        notifyAll();
        if (probe) probing = false;
    }

    /** One trip's right to go; says how it went before it is closed. */
    final class Ticket implements AutoCloseable {

        private final boolean probe;

        private Ticket(boolean probe) {
            this.probe = probe;
        }

        void answered() {
            Gate.this.answered(probe);
        }

        void failed(Blame blame) {
            if (blame == Blame.NETWORK) Gate.this.failed(probe);
            if (blame == Blame.ANSWER) Gate.this.answered(probe);
        }

        @Override
        public void close() {
            leave(probe);
        }
    }
}

package gatehouse.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import gatehouse.connection.Connection;

/** Counts the trips to each provider, of at most 1,000; on this node only, and nothing of the people. */
final class Watch {

    private static final int MOST = 1000;
    private final Clock clock;
    private final Map<Long, Beats> beats = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Beats> eldest) {
            return size() > MOST;
        }
    };

    Watch(Clock clock) {
        this.clock = clock;
    }

    /** Does the trip, and remembers how long it took and how it ended; what nobody is to blame for says nothing of the provider. */
    <T> T over(Connection connection, Supplier<T> trip) {
        long start = System.nanoTime();
        try {
            T result = trip.get();
            of(connection).good(clock.instant(), Duration.ofNanos(System.nanoTime() - start));
            return result;
        } catch (ExchangeFailed failed) {
            if (failed.reason().blame() != ExchangeFailed.Blame.NOBODY) of(connection).bad(clock.instant(), Duration.ofNanos(System.nanoTime() - start), failed);
            throw failed;
        }
    }

    private synchronized Beats of(Connection connection) {
        return beats.computeIfAbsent(connection.provider(), id -> new Beats(id, connection.slug()));
    }

    synchronized List<Beats> all() {
        return List.copyOf(beats.values());
    }

    /** One provider's. */
    static final class Beats {

        private final long provider;
        private final String slug;
        private final long[] within = new long[Pulse.BOUNDS.size()];
        private long trips;
        private double seconds;
        private Instant lastGood;
        private Instant lastBad;
        private String trouble = "";

        private Beats(long provider, String slug) {
            this.provider = provider;
            this.slug = slug;
        }

        private synchronized void good(Instant now, Duration took) {
            count(took);
            lastGood = now;
        }

        private synchronized void bad(Instant now, Duration took, ExchangeFailed failed) {
            count(took);
            lastBad = now;
            trouble = failed.detail() + failed.providerCode().map(code -> ": " + code).orElse("");
        }

        private void count(Duration took) {
            double lasted = took.toNanos() / 1e9;
            trips++;
            seconds += lasted;
            for (int i = 0; i < within.length; i++) if (lasted <= Pulse.BOUNDS.get(i)) within[i]++;
        }

        long provider() {
            return provider;
        }

        synchronized Pulse pulse(boolean paused) {
            return new Pulse(provider, slug, Arrays.stream(within).boxed().toList(), trips, seconds, Optional.ofNullable(lastGood),
                    Optional.ofNullable(lastBad), trouble, paused);
        }
    }
}

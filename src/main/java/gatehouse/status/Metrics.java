package gatehouse.status;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import gatehouse.account.PasswordHash;
import gatehouse.attempt.Attempts;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.Pulse;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.session.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What this node tells who watches it. Of names only the slugs of providers that are on, which the sign-in page shows to all. */
@ApplicationScoped
public class Metrics {

    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final Duration COUNTED = Duration.ofSeconds(15);

    @Inject
    Readiness readiness;
    @Inject
    Counters counters;
    @Inject
    Exchange exchange;
    @Inject
    Sessions sessions;
    @Inject
    Attempts attempts;
    @Inject
    Providers providers;
    @Inject
    Clock clock;
    private volatile long live;
    private volatile Instant countedUntil = Instant.MIN;

    String text() {
        Exposition out = new Exposition();
        boolean ready = readiness.ready();
        out.family("gatehouse_ready", "gauge", "1 while the database and the keys are there").value("gatehouse_ready", ready ? 1 : 0);
        Set<String> shown = ready ? slugs() : Set.of();
        signIns(out, shown);
        hashes(out);
        providers(out, exchange.pulses().stream().filter(pulse -> shown.contains(pulse.slug())).toList());
        if (ready) ledgers(out);
        machine(out);
        return out.toString();
    }

    private Set<String> slugs() {
        return providers.enabled().stream().map(Provider::slug).collect(Collectors.toSet());
    }

    private void signIns(Exposition out, Set<String> shown) {
        out.family("gatehouse_sign_ins_total", "counter", "Sign-ins by way, provider and outcome");
        counters.signIns().forEach((row, sum) -> {
            boolean known = row.provider().isEmpty() || shown.contains(row.provider());
            if (known) out.value("gatehouse_sign_ins_total", sum, "way", row.way(), "provider", row.provider(), "outcome", row.outcome());
        });
        out.family("gatehouse_throttled_total", "counter", "Requests that a limit turned away");
        counters.throttled().forEach((limit, sum) -> out.value("gatehouse_throttled_total", sum, "limit", limit));
    }

    private static void hashes(Exposition out) {
        out.family("gatehouse_password_hashes_total", "counter", "Password hashes computed, each 19 MiB and two passes")
                .value("gatehouse_password_hashes_total", PasswordHash.computed());
    }

    private static void providers(Exposition out, List<Pulse> pulses) {
        out.family("gatehouse_provider_trip_seconds", "histogram", "How long a provider took for a whole trip");
        for (Pulse pulse : pulses) {
            for (int i = 0; i < Pulse.BOUNDS.size(); i++) bucket(out, pulse.slug(), Pulse.BOUNDS.get(i).toString(), pulse.within().get(i));
            bucket(out, pulse.slug(), "+Inf", pulse.trips());
            out.value("gatehouse_provider_trip_seconds_sum", pulse.seconds(), "provider", pulse.slug());
            out.value("gatehouse_provider_trip_seconds_count", pulse.trips(), "provider", pulse.slug());
        }
        out.family("gatehouse_provider_paused", "gauge", "1 while a provider is left alone because it failed several times in a row");
        pulses.forEach(pulse -> out.value("gatehouse_provider_paused", pulse.paused() ? 1 : 0, "provider", pulse.slug()));
    }

    private static void bucket(Exposition out, String slug, String bound, long trips) {
        out.value("gatehouse_provider_trip_seconds_bucket", trips, "provider", slug, "le", bound);
    }

    private void ledgers(Exposition out) {
        out.family("gatehouse_sessions", "gauge", "Browsers that are signed in, on all nodes").value("gatehouse_sessions", live());
        out.family("gatehouse_pending_attempts", "gauge", "Trips to providers under way, on all nodes").value("gatehouse_pending_attempts", attempts.count());
    }

    /** Whoever asks often makes nobody count often. */
    private long live() {
        Instant now = clock.instant();
        if (countedUntil.isBefore(now)) {
            live = sessions.live();
            countedUntil = now.plus(COUNTED);
        }
        return live;
    }

    private static void machine(Exposition out) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        out.family("jvm_memory_used_bytes", "gauge", "Heap in use").value("jvm_memory_used_bytes", heap.getUsed(), "area", "heap");
        out.family("jvm_memory_max_bytes", "gauge", "Heap there may be").value("jvm_memory_max_bytes", heap.getMax(), "area", "heap");
        out.family("jvm_threads_current", "gauge", "Threads").value("jvm_threads_current", ManagementFactory.getThreadMXBean().getThreadCount());
        out.family("process_start_time_seconds", "gauge", "When the process started, in seconds since 1970")
                .value("process_start_time_seconds", ManagementFactory.getRuntimeMXBean().getStartTime() / 1000);
    }
}

package gatehouse.status;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import gatehouse.exchange.Exchange;
import gatehouse.exchange.Pulse;
import gatehouse.provider.Provider;
import gatehouse.provider.Providers;
import gatehouse.provider.SecretLife;
import gatehouse.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Each provider that is on: can its secret be opened, and how did its last trips go on this node. */
@ApplicationScoped
public class ProvidersCheck implements Check {

    private static final String AREA = "providers";
    private static final Duration OFF = Duration.ofSeconds(30);

    @Inject
    Providers providers;
    @Inject
    Exchange exchange;
    @Inject
    Settings settings;
    @Inject
    Clock clock;

    @Override
    public List<Finding> look() {
        Map<Long, Pulse> pulses = exchange.pulses().stream().collect(Collectors.toMap(Pulse::provider, Function.identity()));
        List<Finding> found = new ArrayList<>();
        if (!settings.sso().enabled()) found.add(Finding.warn(AREA, "status.providers.off"));
        List<Provider> all = providers.enabled();
        if (all.isEmpty()) found.add(Finding.warn(AREA, "status.providers.none"));
        exchange.clocks().forEach((host, ahead) -> clock(host, ahead).ifPresent(found::add));
        all.forEach(provider -> found.add(secret(provider).orElseGet(() -> trips(provider.name(), Optional.ofNullable(pulses.get(provider.id()))))));
        return found;
    }

    /** Signed answers may be off by 60 seconds; half of that is worth a word. */
    static Optional<Finding> clock(String host, Duration ahead) {
        return ahead.abs().compareTo(OFF) > 0 ? Optional.of(Finding.warn("clock", "status.clock.provider", host, ahead.abs().toSeconds())) : Optional.empty();
    }

    private Optional<Finding> secret(Provider provider) {
        try {
            providers.connection(provider);
            return life(provider.name(), SecretLife.of(provider, LocalDate.now(clock)));
        } catch (RuntimeException lostOrKeysMissing) {
            return Optional.of(Finding.bad(AREA, "status.provider.secret-lost", provider.name()));
        }
    }

    static Optional<Finding> life(String name, SecretLife life) {
        return switch (life.state()) {
            case FINE -> Optional.empty();
            case ENDING -> Optional.of(Finding.warn(AREA, "status.provider.secret-ending", name, life.days()));
            case ENDED -> Optional.of(Finding.bad(AREA, "status.provider.secret-ended", name, life.days()));
            case MISSING -> Optional.of(Finding.bad(AREA, "status.provider.secret-lost", name));
        };
    }

    static Finding trips(String name, Optional<Pulse> pulse) {
        if (pulse.isEmpty()) return Finding.good(AREA, "status.provider.unused", name);
        Pulse known = pulse.get();
        if (known.paused()) return Finding.bad(AREA, "status.provider.paused", name, known.lastBad().orElseThrow(), known.trouble());
        if (known.failing()) return Finding.warn(AREA, "status.provider.failing", name, known.lastBad().orElseThrow(), known.trouble());
        return Finding.good(AREA, "status.provider.good", name, known.lastGood().orElseThrow(), known.trips());
    }
}

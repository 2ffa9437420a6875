package gatehouse.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import gatehouse.config.Config;
import gatehouse.database.Health;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The database: does it answer, how fast, how large is the embedded one, and does its clock agree with ours. */
@ApplicationScoped
public class DatabaseCheck implements Check {

    private static final String AREA = "database";
    private static final Duration SLOW = Duration.ofMillis(250);
    private static final Duration APART = Duration.ofSeconds(2);
    private static final long LARGE = 1L << 30;

    @Inject
    Health health;
    @Inject
    Config config;

    @Override
    public List<Finding> look() {
        Health.Reading reading;
        try {
            reading = health.read();
        } catch (IllegalStateException silent) {
            return List.of(Finding.bad(AREA, "status.database.away"));
        }
        return List.of(speed(reading), clock(reading.ahead()));
    }

    private Finding speed(Health.Reading reading) {
        long bytes = reading.embedded() ? size(config.data().resolve("gatehouse.mv.db")) : 0;
        if (bytes > LARGE) return Finding.warn(AREA, "status.database.large", reading.product(), Size.of(bytes));
        if (reading.took().compareTo(SLOW) > 0) return Finding.warn(AREA, "status.database.slow", reading.product(), reading.took().toMillis());
        if (reading.embedded()) return Finding.good(AREA, "status.database.embedded", reading.product(), Size.of(bytes));
        return Finding.good(AREA, "status.database.good", reading.product(), reading.took().toMillis());
    }

    static Finding clock(Duration ahead) {
        if (ahead.abs().compareTo(APART) > 0) return Finding.bad("clock", "status.clock.apart", ahead.abs().toSeconds());
        return Finding.good("clock", "status.clock.good");
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

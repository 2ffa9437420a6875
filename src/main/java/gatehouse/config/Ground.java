package gatehouse.config;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What every room stands on: the settings of the process and the clock. */
@ApplicationScoped
class Ground {

    @Produces
    @Singleton
    Config config() {
        return Config.ofServer();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }
}

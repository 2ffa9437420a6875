package gatehouse.database;

import java.util.List;

import org.hibernate.boot.registry.selector.SimpleStrategyRegistrationImpl;
import org.hibernate.boot.registry.selector.StrategyRegistration;
import org.hibernate.boot.registry.selector.StrategyRegistrationProvider;
import org.hibernate.dialect.Dialect;

import gatehouse.config.Config;

/** Makes {@code hibernate.dialect=gatehouse} mean the database that is set up, so that the start needs no connection. */
public class DialectChoice implements StrategyRegistrationProvider {

    @Override
    @SuppressWarnings("rawtypes")
    public Iterable<StrategyRegistration> getStrategyRegistrations() {
        return List.of(new SimpleStrategyRegistrationImpl<>(Dialect.class, Dialects.of(Config.ofServer()).dialect(), "gatehouse"));
    }
}

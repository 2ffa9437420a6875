package gatehouse;

import java.lang.reflect.Proxy;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;

/** A process without any setting, for code that asks MicroProfile Config where no server brings one. */
final class NoSettings extends ConfigProviderResolver {

    private static final Config NONE = (Config) Proxy.newProxyInstance(Config.class.getClassLoader(), new Class<?>[]{Config.class},
            (proxy, method, arguments) -> Optional.empty());

    static void install() {
        setInstance(new NoSettings());
    }

    @Override
    public Config getConfig() {
        return NONE;
    }

    @Override
    public Config getConfig(ClassLoader loader) {
        return NONE;
    }

    @Override
    public ConfigBuilder getBuilder() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void registerConfig(Config config, ClassLoader loader) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConfig(Config config) {
        throw new UnsupportedOperationException();
    }
}

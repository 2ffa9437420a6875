package gatehouse.config;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The settings of the process, by MicroProfile Config: environment ({@code GATEHOUSE_DB_URL}), system property
 * ({@code gatehouse.db.url}) or {@code gatehouse.properties} in the data folder. Read when asked; blank counts as absent.
 */
public final class Config {

    private final Function<String, Optional<String>> source;

    public Config(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** The settings as the running server sees them. */
    public static Config ofServer() {
        var config = ConfigProvider.getConfig(Config.class.getClassLoader());
        return new Config(name -> config.getOptionalValue(name, String.class));
    }

    /** @param name dotted, in lower case: {@code gatehouse.public.url} is {@code GATEHOUSE_PUBLIC_URL} in the environment */
    public Optional<String> find(String name) {
        return source.apply(name).map(String::strip).filter(text -> !text.isEmpty());
    }

    public String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    /** The folder of the H2 file, the key ring and the first password. */
    public Path data() {
        return DataFolder.named(text("gatehouse.data", DataFolder.DEFAULT));
    }
}

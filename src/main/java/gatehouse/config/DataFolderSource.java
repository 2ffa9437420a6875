package gatehouse.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import org.eclipse.microprofile.config.spi.ConfigSource;

/** {@code gatehouse.properties} of the data folder, below environment and system properties. Names as in either of them. */
public class DataFolderSource implements ConfigSource {

    private final Map<String, String> settings = read(folder().resolve("gatehouse.properties"));

    private static Path folder() {
        String typed = System.getProperty("gatehouse.data", System.getenv("GATEHOUSE_DATA"));
        return DataFolder.named(typed == null || typed.isBlank() ? DataFolder.DEFAULT : typed.strip());
    }

    static Map<String, String> read(Path file) {
        Properties typed = new Properties();
        if (Files.isReadable(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                typed.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException("The file " + file + " cannot be read", e);
            }
        }
        Map<String, String> settings = new HashMap<>();
        typed.forEach((name, value) -> settings.put(name.toString().toLowerCase(Locale.ROOT).replace('_', '.'), value.toString()));
        return settings;
    }

    @Override
    public int getOrdinal() {
        return 200;
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public String getValue(String name) {
        return settings.get(name);
    }

    @Override
    public String getName() {
        return "gatehouse.properties";
    }
}

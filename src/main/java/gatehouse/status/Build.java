package gatehouse.status;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which Gatehouse this is, as Maven wrote it into the WAR. */
final class Build {

    static final String FILE = "/META-INF/maven/org.gatehouse/gatehouse/pom.properties";

    private Build() {
    }

    /** @param file may be null: a WAR that was put together in another way says nothing; then empty */
    static String version(InputStream file) {
        if (file == null) return "";
        Properties written = new Properties();
        try (file) {
            written.load(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return written.getProperty("version", "");
    }
}

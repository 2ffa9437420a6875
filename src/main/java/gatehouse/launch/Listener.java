package gatehouse.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The server's commands before it starts: nothing of Payara shows on the application's port. Also used by setup/payara and the tests. */
final class Listener {

    private Listener() {
    }

    static List<String> lines() {
        try (InputStream commands = Listener.class.getResourceAsStream("payara-preboot.txt")) {
            return new String(commands.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package gatehouse.status;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import gatehouse.account.FirstAdministrator;
import gatehouse.config.Config;
import gatehouse.secret.Keys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What lies in files: the key ring, the first password, and room for more. */
@ApplicationScoped
public class FolderCheck implements Check {

    private static final long LITTLE = 1L << 30;
    private static final long NOTHING = 100L << 20;

    @Inject
    Config config;
    @Inject
    Keys keys;

    @Override
    public List<Finding> look() {
        List<Finding> found = new ArrayList<>(List.of(ring(), room(free(config.data()), config.data())));
        Path password = FirstAdministrator.file(config);
        if (Files.exists(password)) found.add(Finding.warn("keys", "status.first-password", password.toString()));
        return found;
    }

    private Finding ring() {
        try {
            keys.ring();
        } catch (RuntimeException missingOrUnreadable) {
            return Finding.bad("keys", "status.keys.missing", keys.place());
        }
        return Finding.good("keys", "status.keys.good", keys.place());
    }

    static Finding room(long free, Path folder) {
        if (free < NOTHING) return Finding.bad("disk", "status.disk.full", Size.of(free), folder.toString());
        if (free < LITTLE) return Finding.warn("disk", "status.disk.little", Size.of(free), folder.toString());
        return Finding.good("disk", "status.disk.good", Size.of(free), folder.toString());
    }

    private static long free(Path folder) {
        try {
            return Files.exists(folder) ? Files.getFileStore(folder).getUsableSpace() : Long.MAX_VALUE;
        } catch (IOException unknown) {
            throw new UncheckedIOException(unknown);
        }
    }
}

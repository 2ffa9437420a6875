package gatehouse.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The data folder: made when missing, readable by its owner only (0700) where the file system knows modes. */
public final class DataFolder {

    static final String DEFAULT = "data";

    private DataFolder() {
    }

    static Path named(String name) {
        return Path.of(name).toAbsolutePath().normalize();
    }

    /** @throws UncheckedIOException when it cannot be made, naming the folder */
    public static Path make(Path folder) {
        try {
            if (Files.isDirectory(folder)) return folder;
            Files.createDirectories(folder.getParent());
            return posix(folder) ? Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                    : Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder " + folder + " cannot be made; set GATEHOUSE_DATA to a folder that can be written", e);
        }
    }

    static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

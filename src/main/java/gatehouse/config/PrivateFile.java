package gatehouse.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** A file that only its owner reads (0600 from its first byte, where the file system knows modes). */
public final class PrivateFile {

    private PrivateFile() {
    }

    /** Writes a new file and brings it to the disk. @throws UncheckedIOException naming the file, when it exists or cannot be written */
    public static void create(Path file, String text) {
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), mode(file))) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The file " + file + " cannot be written", unwritable);
        }
    }

    /** As {@link #create}; what was there goes in one step, so that whoever reads it meanwhile reads the one or the other. */
    public static void replace(Path file, String text) {
        Path fresh = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
        create(fresh, text);
        try {
            Files.move(fresh, file, ATOMIC_MOVE);
        } catch (IOException kept) {
            fresh.toFile().delete();
            throw new UncheckedIOException("The file " + file + " cannot be replaced", kept);
        }
    }

    private static FileAttribute<?>[] mode(Path file) {
        return DataFolder.posix(file) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}

package gatehouse.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that only its owner reads (0600 from its first byte, where the file system knows modes). */
final class PrivateFile {

    private PrivateFile() {
    }

    /** Writes a new file and brings it to the disk. @throws UncheckedIOException when it exists or its folder does not */
    public static void write(Path file, String text) {
        try (FileChannel channel = FileChannel.open(file, Set.of(CREATE_NEW, WRITE), mode(file))) {
            channel.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
            channel.force(true);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static FileAttribute<?>[] mode(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (!posix) return new FileAttribute<?>[0];
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
    }
}

package gatehouse.it.guard;

import gatehouse.it.Tool;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The Apache of setup/apache: WebDAV for whoever reaches it, in a folder of its own. */
final class Apache implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final Process process;

    private Apache(Path folder, int port, Process process) {
        this.folder = folder;
        this.port = port;
        this.process = process;
    }

    static Apache start() throws IOException, InterruptedException {
        Path folder = room(Files.createTempDirectory("gatehouse-apache"));
        int port = Proxy.freePort();
        ProcessBuilder command = new ProcessBuilder(new Tool("apache2").path(), "-DFOREGROUND", "-f", Path.of("setup/apache/webdav.conf").toAbsolutePath().toString());
        command.environment().put("DAV_PORT", Integer.toString(port));
        command.environment().put("DAV_ROOT", room(Files.createDirectory(folder.resolve("root"))).toString());
        command.environment().put("DAV_RUN", room(Files.createDirectory(folder.resolve("run"))).toString());
        Apache apache = new Apache(folder, port, command.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start());
        apache.await();
        return apache;
    }

    /** It is somebody else as soon as it runs, and writes there. */
    private static Path room(Path folder) throws IOException {
        return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    private void await() throws IOException, InterruptedException {
        for (int i = 0; i < 200 && process.isAlive(); i++) {
            try (Socket there = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("Apache did not start: " + Files.readString(folder.resolve("log")));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}

package gatehouse.it.guard;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real proxy with the configurations that the house prints, in a process of its own. */
final class Proxy implements AutoCloseable {

    private final Path folder;
    private final Process process;

    private Proxy(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    /** A port that is free on all loopback addresses, as far as one can know. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param hosts the loopback addresses that it listens on, each at that port */
    static Proxy start(ProxyKind kind, List<String> printed, List<String> hosts, int port) {
        try {
            Path folder = Files.createTempDirectory("gatehouse-" + kind.id());
            ProcessBuilder command = new ProcessBuilder(kind.command(folder, printed, hosts, port));
            command.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
            for (String home : List.of("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")) command.environment().put(home, folder.toString());
            Proxy proxy = new Proxy(folder, command.start());
            for (String host : hosts) proxy.await(host, port);
            return proxy;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(String host, int port) throws IOException, InterruptedException {
        for (int i = 0; i < 400; i++) {
            try (Socket there = new Socket(InetAddress.getByName(host), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) break;
                Thread.sleep(50);
            }
        }
        String log = log();
        process.destroyForcibly();
        throw new IllegalStateException("the proxy did not start: " + log);
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("log"));
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(15, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}

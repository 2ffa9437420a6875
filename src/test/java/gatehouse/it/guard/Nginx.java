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

/** A real nginx with the configurations that the house prints; it speaks to the house from the address that is trusted. */
final class Nginx implements AutoCloseable {

    static final Path BINARY = Path.of(System.getenv().getOrDefault("NGINX", "/usr/sbin/nginx"));
    private final Path folder;
    private final Process process;

    private Nginx(Path folder, Process process) {
        this.folder = folder;
        this.process = process;
    }

    static boolean installed() {
        return Files.isExecutable(BINARY);
    }

    /** A port that is free on all loopback addresses, as far as one can know. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param servers what goes inside http. @param host and port that one of them listens on */
    static Nginx start(List<String> servers, String host, int port) {
        try {
            Path folder = Files.createTempDirectory("gatehouse-nginx");
            Path configuration = Files.writeString(folder.resolve("nginx.conf"), frame(folder, String.join("\n", servers)));
            File log = folder.resolve("nginx.log").toFile();
            Process process = new ProcessBuilder(BINARY.toString(), "-e", "stderr", "-c", configuration.toString()).redirectErrorStream(true).redirectOutput(log).start();
            Nginx nginx = new Nginx(folder, process);
            nginx.await(host, port);
            return nginx;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String frame(Path folder, String servers) {
        String temporary = Stream.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi").map(kind -> kind + "_temp_path " + folder + "/" + kind + ";\n").reduce("", String::concat);
        String user = System.getProperty("user.name").equals("root") ? "user root;\n" : "";
        return user + "daemon off;\nmaster_process off;\npid " + folder + "/pid;\nerror_log stderr warn;\nevents { worker_connections 512; }\n"
                + "http {\naccess_log off;\nproxy_bind " + Raw.PROXY + ";\n" + temporary + servers + "}\n";
    }

    private void await(String host, int port) throws IOException, InterruptedException {
        for (int i = 0; i < 100; i++) {
            try (Socket there = new Socket(InetAddress.getByName(host), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) break;
                Thread.sleep(50);
            }
        }
        throw new IllegalStateException("nginx did not start: " + log());
    }

    String log() throws IOException {
        return Files.readString(folder.resolve("nginx.log"));
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        }
    }
}

package gatehouse.benchmark;

import gatehouse.it.Unreachable;
import gatehouse.it.Visitor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The server under test, in a process of its own. */
public record Gatehouse(Process process, URI address, Path log) implements AutoCloseable {

    public static final String ADMIN_PASSWORD = "benchmark-of-the-house-7";
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    static Gatehouse start(Options options, Workspace workspace, Map<String, String> database) throws IOException {
        int port = Workspace.freePort();
        Path target = Path.of("target").toAbsolutePath();
        ProcessBuilder command = options.software().command(options, target, workspace.room("server"), port);
        command.environment().putAll(database);
        command.environment().put("GATEHOUSE_DATA", workspace.room("data").toString());
        command.environment().put("GATEHOUSE_ADMIN_PASSWORD", ADMIN_PASSWORD);
        command.environment().put("GATEHOUSE_TRUSTED_PROXIES", "127.0.0.1");
        Path log = workspace.folder().resolve("server.log");
        Process process = command.directory(workspace.folder().toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new Gatehouse(process, URI.create("http://localhost:" + port), log);
    }

    ProcessTree tree() {
        return new ProcessTree(process.pid());
    }

    /** Waits until it can work, and says how long that took. */
    Duration awaitReady() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        while (!ready()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (!process.isAlive() || waited.compareTo(PATIENCE) > 0) throw new IllegalStateException("the server did not open. " + keepLog());
            Thread.sleep(100);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private boolean ready() {
        try {
            return new Visitor(address).get("/status/ready").status() == 200;
        } catch (Unreachable nobodyThereYet) {
            return false;
        }
    }

    /** Keeps the log where it outlives this run, and names the place. */
    String keepLog() throws IOException {
        Path kept = Files.copy(log, Path.of("target", "benchmark-server.log"), StandardCopyOption.REPLACE_EXISTING);
        return "The server's log is " + kept;
    }

    @Override
    public void close() throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        if (process.waitFor(20, TimeUnit.SECONDS)) return;
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }
}

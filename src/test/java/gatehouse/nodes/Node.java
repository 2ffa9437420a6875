package gatehouse.nodes;

import gatehouse.benchmark.Workspace;
import gatehouse.it.Unreachable;
import gatehouse.it.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One Gatehouse of several, started as its README says, in a process that may be killed and started again. */
final class Node implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 240;
    private final String name;
    private final Path log;
    private final ProcessBuilder command;
    private final int port = Workspace.freePort();
    private Process process;

    Node(String name, Workspace workspace, Map<String, String> settings) throws IOException {
        this.name = name;
        this.log = workspace.folder().resolve(name + ".log");
        this.command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m",
                "-Djava.io.tmpdir=" + workspace.room(name + "-tmp"), "-jar", "target/gatehouse-launch.jar", "target/gatehouse.war");
        command.environment().putAll(settings);
        command.environment().put("GATEHOUSE_PORT", Integer.toString(port));
        command.environment().put("GATEHOUSE_DATA", workspace.room(name + "-data").toString());
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    String name() {
        return name;
    }

    int port() {
        return port;
    }

    void start() throws IOException {
        process = command.start();
    }

    void awaitReady() throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) throw new IllegalStateException("node " + name + " did not open:\n" + Files.readString(log));
            Thread.sleep(100);
        }
    }

    private boolean ready() {
        try {
            return new Visitor(URI.create("http://localhost:" + port)).get("/status/ready").status() == 200;
        } catch (Unreachable nobodyThereYet) {
            return false;
        }
    }

    /** As kill -9 does: it hears nothing and writes nothing more. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        if (process == null) return;
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}

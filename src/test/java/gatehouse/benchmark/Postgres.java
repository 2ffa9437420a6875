package gatehouse.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** A PostgreSQL cluster of this run's own, on loopback, as its installation sets it up. It refuses to be root, so root lends it a name. */
public record Postgres(Path programs, List<String> lent, Path folder, int port, String password) implements AutoCloseable {

    private static final String USER = "gatehouse";

    public static Postgres start(Workspace workspace) throws IOException, InterruptedException {
        List<String> lent = System.getProperty("user.name").equals("root") ? List.of("runuser", "-u", somebody(), "--") : List.of();
        Path folder = workspace.room("postgresql");
        Postgres made = new Postgres(installed(), lent, folder.resolve("cluster"), Workspace.freePort(), UUID.randomUUID().toString());
        Path password = Files.writeString(folder.resolve("password"), made.password);
        if (!lent.isEmpty()) run(List.of("chown", "-R", somebody(), folder.toString()));
        made.run("initdb", "--username=" + USER, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C");
        made.run("pg_ctl", "--wait", "--log=" + folder.resolve("log"), "--options=-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c port=" + made.port,
                "start");
        return made;
    }

    private static String somebody() throws IOException {
        return Files.readString(Path.of("/etc/passwd")).lines().anyMatch(line -> line.startsWith("postgres:")) ? "postgres" : "nobody";
    }

    /** @throws IllegalStateException when it is not installed */
    private static Path installed() throws IOException {
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(":")).map(Path::of);
        Path debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.empty()) {
            Stream<Path> ofDebian = versions.sorted(Comparator.reverseOrder()).map(version -> version.resolve("bin"));
            return Stream.concat(onPath, ofDebian).filter(bin -> Files.isExecutable(bin.resolve("initdb"))).findFirst()
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL is not installed (apt-get install postgresql)"));
        }
    }

    public Map<String, String> settings() {
        return Map.of("GATEHOUSE_DB_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "GATEHOUSE_DB_USER", USER, "GATEHOUSE_DB_PASSWORD", password);
    }

    /** @throws SQLException when it cannot be reached */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", USER, password);
    }

    ProcessTree tree() throws IOException {
        return new ProcessTree(Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).get(0)));
    }

    private void run(String program, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(lent);
        command.addAll(List.of(programs.resolve(program).toString(), "--pgdata=" + folder));
        command.addAll(List.of(words));
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).directory(Path.of("/").toFile()).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) throw new IllegalStateException(String.join(" ", command) + " failed");
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("pg_ctl", "--mode=fast", "--wait", "stop");
    }
}

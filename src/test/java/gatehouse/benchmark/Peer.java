package gatehouse.benchmark;

import gatehouse.it.Page;
import gatehouse.it.Visitor;
import gatehouse.it.provider.FakeProvider;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Apache with mod_auth_openidc, as Debian packages them (libapache2-mod-auth-openidc), before a small file: the same question, asked inside of the
 * proxy. It keeps its sessions in its own memory, looks nobody up in a database, and knows neither access tokens nor rights of its own.
 */
record Peer(Process process, int port, String cookies) implements AutoCloseable {

    static final String NAME = "mod_auth_openidc";
    private static final String APACHE = "/usr/sbin/apache2";
    private static final Path MODULES = Path.of("/usr/lib/apache2/modules");

    /** Starts it, and has one person sign in. @throws IllegalStateException when it is not installed */
    static Peer start(Workspace workspace, FakeProvider provider) throws IOException, InterruptedException {
        if (!Files.exists(MODULES.resolve("mod_auth_openidc.so"))) throw new IllegalStateException("apt-get install apache2 libapache2-mod-auth-openidc");
        int port = Workspace.freePort();
        Path folder = workspace.room("apache");
        for (String place : List.of("pages", "pages/guarded")) Files.writeString(Files.createDirectory(folder.resolve(place)).resolve("file.txt"), "live\n");
        Path configuration = Files.writeString(folder.resolve("apache.conf"), configuration(folder, port, provider));
        File log = folder.resolve("log").toFile();
        Process process = new ProcessBuilder(APACHE, "-f", configuration.toString(), "-DFOREGROUND").redirectErrorStream(true).redirectOutput(log).start();
        try {
            awaitOpen(port);
            return new Peer(process, port, cookies(signedIn(URI.create("http://127.0.0.1:" + port + "/guarded/file.txt"))));
        } catch (IllegalStateException e) {
            process.destroy();
            throw new IllegalStateException(Files.readString(folder.resolve("error.log")), e);
        }
    }

    private static void awaitOpen(int port) throws InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            try {
                new Line(port).close();
                return;
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new IllegalStateException("Apache did not open");
    }

    private static Visitor signedIn(URI guarded) {
        Visitor person = new Visitor(guarded);
        Page shown = person.follow(person.get(guarded, "Accept", "text/html"));
        if (shown.status() != 200 || !shown.address().equals(guarded)) throw new IllegalStateException("nobody could sign in there: " + shown.status() + " " + shown.address());
        return person;
    }

    private static String cookies(Visitor person) {
        return String.join("; ", person.cookies().all().stream().map(cookie -> cookie.name() + "=" + cookie.value()).toList());
    }

    private static String configuration(Path folder, int port, FakeProvider provider) throws IOException {
        String text = Files.readString(Path.of("setup/benchmark/apache.conf"));
        return text.replace("${folder}", folder.toString()).replace("${modules}", MODULES.toString()).replace("${port}", Integer.toString(port))
                .replace("${issuer}", provider.address()).replace("${client}", provider.clientId()).replace("${secret}", provider.clientSecret());
    }

    List<Question> questions() {
        return List.of(Question.of("a file", 200, 4000, any -> Question.get("/file.txt")),
                Question.of("a guarded file by cookie", 200, 4000, any -> Question.get("/guarded/file.txt", "Cookie: " + cookies)));
    }

    ProcessTree tree() {
        return new ProcessTree(process.pid());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
    }
}

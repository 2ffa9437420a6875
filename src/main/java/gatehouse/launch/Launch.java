package gatehouse.launch;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.boot.PayaraMicroBoot;

/** Starts Payara Micro with the WAR on GATEHOUSE_PORT (5244), and says where it is and, at first, how to come in. */
public final class Launch {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final PrintStream SAY = System.out;

    private Launch() {
    }

    /** @param arguments the WAR's path; none in the runnable jar, which carries it */
    public static void main(String[] arguments) throws BootstrapException, IOException, InterruptedException {
        Path data = Path.of(setting("GATEHOUSE_DATA", "gatehouse.data", "data")).toAbsolutePath();
        int port = Integer.parseInt(setting("GATEHOUSE_PORT", "gatehouse.port", "5244"));
        SAY.println("Gatehouse is starting; this takes half a minute.");
        PayaraMicroBoot server = server(port);
        if (arguments.length > 0) server.addDeploymentFile(new File(arguments[0]));
        if (server.bootStrap().getDeployedApplicationNames().isEmpty()) {
            SAY.println("Gatehouse could not start; the lines above say why.");
            System.exit(1);
        }
        greet(port, data);
    }

    private static PayaraMicroBoot server(int port) throws IOException {
        return PayaraMicro.getInstance().setHttpPort(port).setNoCluster(true).setNoHazelcast(true).setPrintLogo(false).setLogPropertiesFile(quiet())
                .setPreBootHandler(commands -> Listener.lines().forEach(line -> {
                    String[] words = line.split(" ");
                    commands.run(words[0], java.util.Arrays.copyOfRange(words, 1, words.length));
                }));
    }

    /** Warnings, and what Gatehouse itself says, one line each. */
    private static File quiet() throws IOException {
        Path file = Files.createTempFile("gatehouse-logging", ".properties");
        file.toFile().deleteOnExit();
        try (InputStream logging = Launch.class.getResourceAsStream("logging.properties")) {
            Files.copy(logging, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file.toFile();
    }

    private static void greet(int port, Path data) throws IOException, InterruptedException {
        URI ready = URI.create("http://127.0.0.1:" + port + "/status/ready");
        HttpClient client = HttpClient.newHttpClient();
        for (long waited = 0; waited < LONGEST.toSeconds(); waited++) {
            if (client.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding()).statusCode() == 200) {
                SAY.println("\nGatehouse is open at http://localhost:" + port);
                firstPassword(data);
                SAY.println("Ctrl-C stops it.\n");
                return;
            }
            Thread.sleep(1000);
        }
        SAY.println("Gatehouse has not opened; the lines above say why.");
    }

    private static void firstPassword(Path data) throws IOException {
        Path file = data.resolve("first-password");
        if (Files.isReadable(file)) SAY.println("Sign in as admin with the one-time password  " + Files.readString(file).strip());
    }

    private static String setting(String variable, String property, String otherwise) {
        String typed = System.getProperty(property, System.getenv(variable));
        return typed == null || typed.isBlank() ? otherwise : typed.strip();
    }
}

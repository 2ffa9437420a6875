package gatehouse.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** The deployed application, as it is reached from outside. */
public record House(URI address) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** The house by its usual name. */
    public static House here() {
        return at("localhost");
    }

    /** The same house by another loopback name, such as 127.0.0.1. */
    public static House at(String host) {
        return new House(URI.create("http://" + host + ":" + port()));
    }

    public static int port() {
        return Integer.getInteger("it.port");
    }

    /** The data folder of the server under test, wiped before it starts. */
    public static Path data() {
        return Path.of(System.getenv("GATEHOUSE_DATA"));
    }

    /** The first administrator's password, as the server got it by GATEHOUSE_ADMIN_PASSWORD. */
    public static String adminPassword() {
        return System.getenv("GATEHOUSE_ADMIN_PASSWORD");
    }

    /** All that the server under test has written to its log so far. */
    public static String log() throws IOException {
        boolean wildfly = "wildfly".equals(System.getProperty("arquillian.launch"));
        return Files.readString(wildfly ? Path.of(System.getProperty("it.base"), "log", "server.log") : Path.of(System.getProperty("it.log") + ".0"));
    }

    /** A new person at the door: no cookie yet. */
    public Visitor visitor() {
        return new Visitor(address);
    }

    /** Speaks raw bytes to the server. */
    public Wire wire() {
        return new Wire(address.getPort());
    }

    /** Waits until the application, not just its port, answers; gives up after four minutes. */
    void awaitReady() throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!ready()) {
            if (Instant.now().isAfter(end)) throw new IllegalStateException("/status/ready never answered 200; see the server's log under target/");
            Thread.sleep(200);
        }
    }

    private boolean ready() {
        try {
            return visitor().get("/status/ready").status() == 200;
        } catch (Unreachable nobodyThereYet) {
            return false;
        }
    }
}

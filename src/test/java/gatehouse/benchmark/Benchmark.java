package gatehouse.benchmark;

import gatehouse.it.provider.FakeProvider;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Starts a provider and Gatehouse, has people, proxies or an administrator ask for much, and prints what that cost. Linux only, loopback only,
 * twenty minutes at most.
 */
public final class Benchmark {

    private static final int LONGEST_MINUTES = 20;
    private static final PrintStream SAY = System.out;

    private final Options options;
    private final Closing closing;
    private String lastOfLog = "";

    private Benchmark(Options options, Closing closing) {
        this.options = options;
        this.closing = closing;
    }

    /** Ends the process: 0 when all was measured, 1 when something failed, 2 when time was up, 64 for a word that is not known. */
    public static void main(String[] words) {
        // The JDK's HTTP server, our provider, else waits 40 ms before each body (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
        Logger.getLogger("").setLevel(Level.WARNING);
        Closing closing = new Closing(LONGEST_MINUTES);
        try {
            new Benchmark(Options.of(List.of(words)), closing).run();
            System.exit(0);
        } catch (Options.Unknown e) {
            System.err.println(e.getMessage() + "\n" + Options.USAGE);
            System.exit(64);
        } catch (Exception | AssertionError e) {
            if (closing.closed()) System.err.println("Stopped before the end.");
            else e.printStackTrace();
            System.exit(1);
        }
    }

    private void run() throws IOException, InterruptedException, SQLException {
        Workspace workspace = closing.later(Workspace.make());
        Path data = workspace.room("data");
        Ledger ledger = options.postgresql() ? closing.later(Postgres.start(workspace)) : new H2(data);
        SAY.printf("%s, %s, JVM %s%n", options.software().name().toLowerCase(), options.postgresql() ? "PostgreSQL" : "H2", options.machine());
        fill(ledger);
        Gatehouse gatehouse = closing.later(Gatehouse.start(options, workspace, data, ledger.settings()));
        Duration opened = gatehouse.awaitReady();
        SAY.printf("start-up: %.1f CPU s, %.1f s until ready%n", gatehouse.tree().cpuMillis() / 1e3, opened.toMillis() / 1e3);
        try {
            work(gatehouse, ledger, workspace);
        } catch (IllegalStateException | AssertionError e) {
            System.err.println(gatehouse.keepLog());
            throw e;
        }
    }

    private void fill(Ledger ledger) throws IOException, SQLException {
        if (options.sessions() > 0) new Crowd(options.sessions()).fill(ledger);
        if (options.users() == 0) return;
        Town town = new Town(ledger, options.users());
        SAY.printf("a town of %d people, in %.0f s%n", options.users(), town.fill().toMillis() / 1e3);
        lastOfLog = town.lastOfLog();
        town.plans().forEach((search, plan) -> SAY.printf("%n%s%n%s%n", search, plan));
    }

    private void work(Gatehouse gatehouse, Ledger ledger, Workspace workspace) throws IOException, InterruptedException {
        if (options.sessions() > 0) {
            checks(gatehouse, ledger, workspace);
            return;
        }
        rest(gatehouse.tree());
        if (options.users() > 0) lists(gatehouse, ledger);
        else traffic(gatehouse, ledger);
    }

    private static void rest(ProcessTree server) throws InterruptedException {
        Thread.sleep(2000);
        long before = server.cpuMillis();
        Thread.sleep(5000);
        SAY.printf("memory idle after the start: %d MiB; idle, it takes %.1f CPU ms a second%n", server.memory(), (server.cpuMillis() - before) / 5.0);
    }

    private void traffic(Gatehouse gatehouse, Ledger ledger) throws IOException {
        Meter meter = new Meter(options.concurrency(), gatehouse.tree(), ledger.tree());
        new Traffic(options, meter, closing.later(FakeProvider.oidc("127.0.0.1")), gatehouse.address(), SAY).run();
    }

    private void lists(Gatehouse gatehouse, Ledger ledger) throws IOException {
        SAY.printf("%nat concurrency 1:%n%s%n", Measured.HEAD);
        new Lists(new Meter(1, gatehouse.tree(), ledger.tree()), new Administrator(gatehouse.address()).browser(), lastOfLog, SAY::println).run();
    }

    private void checks(Gatehouse gatehouse, Ledger ledger, Workspace workspace) throws IOException, InterruptedException {
        new Administrator(gatehouse.address()).guards(Crowd.GUARDED, gatehouse.address().toString());
        SAY.printf("%d live sessions%n", options.sessions());
        compare(new Checks(gatehouse.address().getPort(), new Guard(new Crowd(options.sessions())).questions(), gatehouse.tree(), ledger.tree(), SAY::println));
        if (options.peer().isEmpty()) return;
        gatehouse.close();
        Peer peer = closing.later(Peer.start(workspace, closing.later(FakeProvider.oidc("127.0.0.1"))));
        SAY.printf("%n%s%n", Peer.NAME);
        compare(new Checks(peer.port(), peer.questions(), peer.tree(), Optional.empty(), SAY::println));
    }

    private static void compare(Checks checks) {
        checks.warmUp();
        checks.measure(1, 6);
        checks.measure(2, 3);
    }
}

package gatehouse.benchmark;

import gatehouse.it.provider.FakeProvider;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts a provider and Gatehouse, lets people come and go, and prints what that cost. Linux only, loopback only, twenty minutes at most. */
public final class Benchmark {

    private static final int LONGEST_MINUTES = 20;
    private static final int ROUND = 250;
    private static final PrintStream SAY = System.out;

    private final Options options;
    private final Closing closing;
    private int people;
    private int signIns;

    private Benchmark(Options options, Closing closing) {
        this.options = options;
        this.closing = closing;
    }

    /** Ends the process: 0 when all was measured, 1 when something failed, 2 when time was up, 64 for a word that is not known. */
    public static void main(String[] words) {
        // The JDK's HTTP server, our provider, else waits 40 ms before each body (Nagle's algorithm).
        System.setProperty("sun.net.httpserver.nodelay", "true");
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

    private void run() throws IOException, InterruptedException {
        Workspace workspace = closing.later(Workspace.make());
        Optional<Postgres> database = options.postgresql() ? Optional.of(closing.later(Postgres.start(workspace))) : Optional.empty();
        FakeProvider provider = closing.later(FakeProvider.oidc("127.0.0.1"));
        SAY.printf("%s, %s, JVM %s%n", options.software().name().toLowerCase(), database.isPresent() ? "PostgreSQL" : "H2", options.jvm());
        Gatehouse gatehouse = closing.later(Gatehouse.start(options, workspace, database.map(Postgres::settings).orElse(Map.of())));
        Duration opened = gatehouse.awaitReady();
        ProcessTree server = gatehouse.tree();
        SAY.printf("start-up: %.1f CPU s, %.1f s until ready%n", server.cpuMillis() / 1e3, opened.toMillis() / 1e3);
        rest(server);
        Optional<ProcessTree> databaseTree = database.isPresent() ? Optional.of(database.get().tree()) : Optional.empty();
        try {
            if (options.users() > 0) lists(gatehouse, database.orElseThrow(() -> new IllegalStateException("--users needs postgresql")), server);
            else setUp(gatehouse, provider);
            if (options.users() == 0) load(new Meter(options.concurrency(), server, databaseTree), gatehouse, provider);
        } catch (IllegalStateException | AssertionError e) {
            System.err.println(gatehouse.keepLog());
            throw e;
        }
    }

    private static void rest(ProcessTree server) throws InterruptedException {
        Thread.sleep(2000);
        long before = server.cpuMillis();
        Thread.sleep(5000);
        SAY.printf("memory idle after the start: %d MiB; idle, it takes %.1f CPU ms a second%n", server.memory(), (server.cpuMillis() - before) / 5.0);
    }

    private static void setUp(Gatehouse gatehouse, FakeProvider provider) {
        Administrator administrator = new Administrator(gatehouse.address());
        administrator.registersEverybody();
        administrator.adds(Round.FIRST, provider);
        administrator.adds(Round.SECOND, provider);
        administrator.guards(gatehouse.address() + Traveller.GUARDED);
    }

    private void lists(Gatehouse gatehouse, Postgres database, ProcessTree server) throws IOException {
        Town town = new Town(database, options.users());
        SAY.printf("a town of %d people, in %.0f s%n", options.users(), town.fill().toMillis() / 1e3);
        SAY.printf("%nat concurrency 1:%n%s%n", Measured.HEAD);
        new Lists(new Meter(1, server, Optional.of(database.tree())), new Administrator(gatehouse.address()).browser(), SAY::println).run();
        town.plans().forEach((search, plan) -> SAY.printf("%n%s%n%s%n", search, plan));
    }

    private void load(Meter meter, Gatehouse gatehouse, FakeProvider provider) {
        Round warmUp = new Round(meter, gatehouse.address(), provider, quiet -> { });
        while (signIns < options.warmUp()) round(warmUp, Math.min(ROUND, (options.warmUp() - signIns + 1) / 2));
        memory(meter.server());
        SAY.printf("%nat concurrency %d:%n%s%n", options.concurrency(), Measured.HEAD);
        round(new Round(meter, gatehouse.address(), provider, SAY::println), options.signIns());
        for (int left = options.load() - signIns; left > 0; left = options.load() - signIns) more(warmUp, Math.min(left, options.signIns()));
        SAY.println();
        memory(meter.server());
    }

    private void round(Round round, int count) {
        round.run(people, count);
        people += count;
        signIns += 2 * count;
    }

    private void more(Round round, int count) {
        round.signInsOnly(people - count, count);
        signIns += count;
    }

    private void memory(ProcessTree server) {
        SAY.printf("memory after %d sign-ins: %d MiB%n", signIns, server.memory());
    }
}

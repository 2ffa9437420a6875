package gatehouse.benchmark;

import gatehouse.it.provider.FakeProvider;
import java.io.PrintStream;
import java.net.URI;

/** People come, go and come again: first until the server is warm, then each kind of work with the clock running, then on until there was load enough. */
final class Traffic {

    private static final int ROUND = 250;

    private final Options options;
    private final Meter meter;
    private final FakeProvider provider;
    private final URI house;
    private final PrintStream say;
    private int people;
    private int signIns;

    Traffic(Options options, Meter meter, FakeProvider provider, URI house, PrintStream say) {
        this.options = options;
        this.meter = meter;
        this.provider = provider;
        this.house = house;
        this.say = say;
    }

    void run() {
        setUp();
        Round warmUp = new Round(meter, house, provider, quiet -> { });
        while (signIns < options.warmUp()) round(warmUp, Math.min(ROUND, (options.warmUp() - signIns + 1) / 2));
        memory();
        say.printf("%nat concurrency %d:%n%s%n", options.concurrency(), Measured.HEAD);
        round(new Round(meter, house, provider, say::println), options.signIns());
        for (int left = options.load() - signIns; left > 0; left = options.load() - signIns) more(warmUp, Math.min(left, options.signIns()));
        say.println();
        memory();
    }

    private void setUp() {
        Administrator administrator = new Administrator(house);
        administrator.registersEverybody();
        administrator.adds(Round.FIRST, provider);
        administrator.adds(Round.SECOND, provider);
        administrator.guards(house + Traveller.GUARDED, house.toString());
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

    private void memory() {
        say.printf("memory after %d sign-ins: %d MiB%n", signIns, meter.server().memory());
    }
}

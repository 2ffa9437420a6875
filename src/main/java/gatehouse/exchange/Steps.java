package gatehouse.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import gatehouse.tape.Call;

/** The steps of one trip, as they are done; a failure carries those before it. With a tape, each carries what was said. */
class Steps {

    private final List<Step> done = new ArrayList<>();
    private final Supplier<List<Call>> tape;

    Steps() {
        this(List::of);
    }

    Steps(Supplier<List<Call>> tape) {
        this.tape = tape;
    }

    <T> T take(String name, Supplier<T> step) {
        long start = System.nanoTime();
        try {
            T result = step.get();
            done(name, start, true);
            return result;
        } catch (ExchangeFailed failed) {
            done(name, start, false);
            throw failed.after(done);
        }
    }

    List<Step> all() {
        return List.copyOf(done);
    }

    private void done(String name, long start, boolean good) {
        done.add(new Step(name, Duration.ofNanos(System.nanoTime() - start), good, tape.get()));
    }
}

package gatehouse.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import gatehouse.web.Refusal;

/** Lets as many password hashes run at once as there are cores, fifty more wait, and refuses the rest: each takes 19 MiB. */
final class HashQueue {

    private static final int WAITING = 50;
    private final Semaphore workers;
    private final Semaphore places;
    private final LongAdder done = new LongAdder();

    HashQueue(int workers) {
        this.workers = new Semaphore(workers, true);
        this.places = new Semaphore(workers + WAITING);
    }

    <T> T run(Supplier<T> hash) {
        if (!places.tryAcquire()) throw new Refusal(503, "password.busy");
        try {
            workers.acquireUninterruptibly();
            return whileHolding(hash);
        } finally {
            places.release();
        }
    }

    /** How many ran since the start. */
    long done() {
        return done.sum();
    }

    private <T> T whileHolding(Supplier<T> hash) {
        try {
            return hash.get();
        } finally {
            done.increment();
            workers.release();
        }
    }
}

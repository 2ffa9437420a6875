package gatehouse.it;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Many who do the same thing at the same moment. */
final class Crowd {

    private Crowd() {
    }

    /** @param deed what number 0, 1, 2 … does, once all stand ready. @return what each got, in order */
    static <T> List<T> of(int many, IntFunction<T> deed) {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CountDownLatch ready = new CountDownLatch(many);
        try {
            List<Future<T>> under = IntStream.range(0, many).mapToObj(at -> threads.submit(() -> {
                ready.countDown();
                ready.await();
                return deed.apply(at);
            })).toList();
            return under.stream().map(Crowd::got).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}

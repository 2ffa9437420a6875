package gatehouse.nodes;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Several who do something at the same moment. */
final class Crowd {

    private Crowd() {
    }

    /** @return what each got, in order */
    static <T> List<T> of(List<Callable<T>> deeds) {
        ExecutorService threads = Executors.newFixedThreadPool(deeds.size());
        CountDownLatch ready = new CountDownLatch(deeds.size());
        try {
            List<Future<T>> under = deeds.stream().map(deed -> threads.submit(() -> {
                ready.countDown();
                ready.await();
                return deed.call();
            })).toList();
            return under.stream().map(Crowd::got).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T got(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause().getMessage(), e.getCause());
        }
    }
}

package gatehouse;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Many threads that begin together. */
public final class AtOnce {

    private AtOnce() {
    }

    /** What each of them answers, in their order; the first failure of one is thrown. */
    public static <T> List<T> all(int threads, IntFunction<Callable<T>> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(threads);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) running.add(pool.submit(together(start, work.apply(i))));
            List<T> answers = new ArrayList<>();
            for (Future<T> one : running) answers.add(one.get());
            return answers;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            pool.shutdownNow();
        }
    }

    /** What each of these answers, in their order. */
    public static <T> List<T> all(List<Callable<T>> work) throws Exception {
        return all(work.size(), work::get);
    }

    private static <T> Callable<T> together(CountDownLatch start, Callable<T> work) {
        return () -> {
            start.countDown();
            start.await();
            return work.call();
        };
    }
}

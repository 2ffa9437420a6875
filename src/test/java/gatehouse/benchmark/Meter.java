package gatehouse.benchmark;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Has each of many do something, a few at a time, and reads the processor time before and after. */
record Meter(int concurrency, ProcessTree server, Optional<ProcessTree> database) {

    <T> Measured measure(String name, List<T> crowd, Consumer<T> deed) {
        long[] nanos = new long[crowd.size()];
        long cpu = server.cpuMillis();
        long databaseCpu = databaseCpu();
        long begun = System.nanoTime();
        all(crowd, deed, nanos);
        long wall = System.nanoTime() - begun;
        return new Measured(name, server.cpuMillis() - cpu, databaseCpu() - databaseCpu, wall, nanos);
    }

    private long databaseCpu() {
        return database.map(ProcessTree::cpuMillis).orElse(0L);
    }

    private <T> void all(List<T> crowd, Consumer<T> deed, long[] nanos) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService hands = Executors.newFixedThreadPool(concurrency);
        try {
            Runnable hand = () -> {
                for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) nanos[i] = timed(crowd.get(i), deed);
            };
            List<Future<?>> working = IntStream.range(0, concurrency).<Future<?>>mapToObj(any -> hands.submit(hand)).toList();
            for (Future<?> one : working) one.get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        } finally {
            hands.shutdownNow();
        }
    }

    private static <T> long timed(T traveller, Consumer<T> deed) {
        long begun = System.nanoTime();
        deed.accept(traveller);
        return System.nanoTime() - begun;
    }
}

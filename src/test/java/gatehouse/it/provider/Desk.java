package gatehouse.it.provider;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Listens on a loopback port of its own, writes down what comes and sends what it is told. */
final class Desk implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(Desk::daemon);
    private final List<Received> received = new CopyOnWriteArrayList<>();

    Desk(Function<Received, Answer> clerk) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/", exchange -> serve(exchange, clerk));
        server.setExecutor(threads);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<Received> received() {
        return received;
    }

    private void serve(HttpExchange exchange, Function<Received, Answer> clerk) throws IOException {
        try (exchange) {
            Received request = Received.from(exchange);
            received.add(request);
            send(exchange, answer(clerk, request));
        }
    }

    private static Answer answer(Function<Received, Answer> clerk, Received request) {
        try {
            return clerk.apply(request);
        } catch (RuntimeException | AssertionError e) {
            return Answer.of(500, "text/plain", "fake provider: " + e);
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        pause(answer.before());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), length(answer));
        try (OutputStream out = exchange.getResponseBody()) {
            write(answer, out);
        }
    }

    /** In the JDK's terms: 0 is chunked, -1 is no body. */
    private static long length(Answer answer) {
        if (answer.announced() == Answer.CHUNKED) return 0;
        if (answer.announced() == Answer.AS_IT_IS) return answer.body().length == 0 ? -1 : answer.body().length;
        return answer.announced();
    }

    private static void write(Answer answer, OutputStream out) throws IOException {
        if (answer.perByte().isZero()) out.write(answer.body());
        else for (byte each : answer.body()) {
            out.write(each);
            out.flush();
            pause(answer.perByte());
        }
    }

    private static void pause(Duration length) {
        try {
            Thread.sleep(length.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "fake provider");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}

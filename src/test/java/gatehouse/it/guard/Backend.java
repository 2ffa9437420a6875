package gatehouse.it.guard;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A service that knows nothing of accounts: answers 200 to everything, and remembers what reached it. */
final class Backend implements AutoCloseable {

    /** One request as it came; header names in lower case. */
    record Reached(String method, URI target, Map<String, List<String>> headers) {

        /** The path and the query, as they stood in the request line. */
        String line() {
            return target.getRawPath() + (target.getRawQuery() == null ? "" : "?" + target.getRawQuery());
        }

        List<String> header(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }
    }

    final List<Reached> reached = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    private Backend(HttpServer server) {
        this.server = server;
    }

    static Backend open() {
        try {
            Backend backend = new Backend(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
            backend.server.setExecutor(Executors.newFixedThreadPool(4));
            backend.server.createContext("/", exchange -> {
                Map<String, List<String>> headers = new TreeMap<>();
                exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
                backend.reached.add(new Reached(exchange.getRequestMethod(), exchange.getRequestURI(), headers));
                byte[] body = "reached\n".getBytes(StandardCharsets.UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : body.length);
                if (!exchange.getRequestMethod().equals("HEAD")) exchange.getResponseBody().write(body);
                exchange.close();
            });
            backend.server.start();
            return backend;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Reached last() {
        return reached.get(reached.size() - 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

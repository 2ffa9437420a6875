package gatehouse.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.SSLContext;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** A provider on loopback that answers what a test tells it to, and remembers what it was asked. */
public final class FakeProvider implements AutoCloseable {

    /** One request, whole. */
    public record Seen(String method, String path, String query, Headers headers, String body) {

        public Map<String, String> form() {
            Map<String, String> form = new LinkedHashMap<>();
            for (String pair : body.split("&")) {
                String[] parts = pair.split("=", 2);
                form.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
            return form;
        }
    }

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    public FakeProvider() throws IOException {
        this(HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0));
    }

    public static FakeProvider withTls(SSLContext identity) throws IOException {
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity));
        return new FakeProvider(server);
    }

    private FakeProvider(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.start();
    }

    public String url(String path) {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    public FakeProvider on(String path, HttpHandler handler) {
        forget(path);
        server.createContext(path, exchange -> {
            remember(exchange);
            handler.handle(exchange);
            exchange.close();
        });
        return this;
    }

    public FakeProvider on(String path, int status, String type, String body) {
        return on(path, exchange -> answer(exchange, status, type, body.getBytes(StandardCharsets.UTF_8)));
    }

    public FakeProvider on(String path, String json) {
        return on(path, 200, "application/json", json);
    }

    public FakeProvider forget(String path) {
        try {
            server.removeContext(path);
        } catch (IllegalArgumentException neverThere) {
            return this;
        }
        return this;
    }

    public static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    public List<Seen> seen(String path) {
        return seen.stream().filter(one -> one.path().equals(path)).toList();
    }

    public List<Seen> seen() {
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void remember(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        seen.add(new Seen(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders(), body));
    }
}

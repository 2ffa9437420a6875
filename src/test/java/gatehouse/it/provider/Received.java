package gatehouse.it.provider;

import com.sun.net.httpserver.HttpExchange;
import gatehouse.it.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request as a fake provider got it; header names as the JDK's server writes them, `Content-type`. */
public record Received(String method, String target, Map<String, List<String>> headers, String body) {

    static Received from(HttpExchange exchange) throws IOException {
        return new Received(exchange.getRequestMethod(), exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** The raw target without its query. */
    public String path() {
        return target.split("\\?", 2)[0];
    }

    public Parameters query() {
        return Parameters.of(target.contains("?") ? target.split("\\?", 2)[1] : "");
    }

    /** The body read as a form, whatever its type. */
    public Parameters form() {
        return Parameters.of(body);
    }

    public Optional<String> header(String name) {
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase(name)).map(header -> header.getValue().get(0)).findFirst();
    }
}

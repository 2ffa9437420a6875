package gatehouse.it.guard;

import gatehouse.it.House;
import java.util.ArrayList;
import java.util.List;

/** What a proxy asks, header line by header line. */
record Ask(List<String> lines) {

    /** As nginx asks: the whole address, and the method. */
    static Ask nginx(String method, String url) {
        return new Ask(List.of("X-Original-Method: " + method, "X-Original-URL: " + url));
    }

    /** As Caddy and Traefik ask. */
    static Ask forwarded(String method, String host, String uri) {
        return new Ask(List.of("X-Forwarded-Method: " + method, "X-Forwarded-Proto: https", "X-Forwarded-Host: " + host, "X-Forwarded-Uri: " + uri));
    }

    Ask with(String line) {
        List<String> more = new ArrayList<>(lines);
        more.add(line);
        return new Ask(more);
    }

    Ask without(String name) {
        return new Ask(lines.stream().filter(line -> !line.startsWith(name + ":")).toList());
    }

    Raw.Answer answer() {
        return from(Raw.PROXY);
    }

    Raw.Answer from(String peer) {
        return Raw.send(peer, "127.0.0.1", House.port(), "GET", "/api/auth/verify", lines, "");
    }

    Raw.Answer by(String method) {
        return Raw.send(Raw.PROXY, "127.0.0.1", House.port(), method, "/api/auth/verify", lines, "");
    }
}

package gatehouse.guard;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** A guarded service as its pages show it. */
final class ServiceView {

    private ServiceView() {
    }

    static Map<String, Object> row(Guarded guarded) {
        Draft draft = guarded.draft();
        return Map.of("id", Long.toString(guarded.id()), "name", draft.name(), "address", draft.origin() + draft.prefix(), "mode", draft.mode().name());
    }

    /** What the printed configurations need. @param port where this server listens, so far as it knows */
    static Map<String, Object> proxy(Guarded guarded, String usual, int port) {
        Draft draft = guarded.draft();
        URI origin = URI.create(draft.origin());
        boolean secure = draft.origin().startsWith("https:");
        Map<String, Object> proxy = new HashMap<>();
        proxy.put("id", Long.toString(guarded.id()));
        proxy.put("host", origin.getHost());
        proxy.put("port", Integer.toString(origin.getPort() > 0 ? origin.getPort() : secure ? 443 : 80));
        proxy.put("authority", origin.getRawAuthority());
        proxy.put("origin", draft.origin());
        proxy.put("secure", secure);
        proxy.put("prefix", draft.prefix());
        proxy.put("path", quoted(draft.prefix()));
        proxy.put("gatehouse", "http://127.0.0.1:" + port);
        proxy.put("upstream", draft.upstream());
        proxy.put("upstreamHost", URI.create(draft.upstream()).getRawAuthority());
        proxy.put("upstreamScheme", URI.create(draft.upstream()).getScheme());
        proxy.put("bits", draft.mode().countsBits());
        proxy.put("front", draft.mode().countsBits() && draft.confinement() == Confinement.FRONT);
        proxy.put("dav", draft.mode() == Mode.WEBDAV && draft.confinement() == Confinement.FRONT);
        proxy.put("home", guarded.post(usual).atHome());
        return proxy;
    }

    /** A prefix as nginx and Caddy compare it, decoded, to stand between double quotes. */
    private static String quoted(String prefix) {
        return prefix.isEmpty() ? "" : "/" + String.join("/", RequestPath.of(prefix).names()).replace("\"", "\\\"");
    }
}

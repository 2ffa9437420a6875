package gatehouse.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import gatehouse.web.Label;
import gatehouse.web.Refusal;

/** An outgoing proxy as an administrator types it: {@code host:port} or {@code http://host:port}, {@code direct}, or nothing. */
public record ProxyAddress(String value) {

    private static final int LONGEST = 300;

    /** @throws Refusal 422, naming the field and the mend */
    public static ProxyAddress of(String typed, Label field) {
        if (typed.isEmpty() || typed.equalsIgnoreCase(Route.DIRECT)) return new ProxyAddress(typed.isEmpty() ? "" : Route.DIRECT);
        if (typed.length() > LONGEST) throw Refusal.invalid("provider.too-long", field, LONGEST);
        String whole = typed.contains("://") ? typed : "http://" + typed;
        return new ProxyAddress(canonical(whole).orElseThrow(() -> Refusal.invalid("provider.proxy.form", field)));
    }

    private static Optional<String> canonical(String typed) {
        try {
            URI uri = new URI(typed);
            boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null
                    && uri.getPort() > 0 && uri.getPort() <= 65535;
            boolean bare = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawPath().matches("/?");
            return plain && bare ? Optional.of("http://" + uri.getHost() + ":" + uri.getPort()) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Empty when it is nobody's address. */
    public Optional<URI> uri() {
        return new Route("", value).ownProxy() ? Optional.of(URI.create(value)) : Optional.empty();
    }
}

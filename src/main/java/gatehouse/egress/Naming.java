package gatehouse.egress;

import java.net.URI;
import java.net.URISyntaxException;

/** What one server may name as another's address: nothing weaker than itself. */
final class Naming {

    private final Egress egress;
    private final URI server;
    private final boolean internal;

    /** @throws NoAnswer when the server's own name is unknown */
    Naming(Egress egress, URI server) {
        this.egress = egress;
        this.server = server;
        this.internal = egress.internal(server);
    }

    /** Whether the address may be asked and has no fragment; https names https, and what is public nothing inside the house. @throws NoAnswer as above */
    boolean allows(String address) {
        try {
            return allows(new URI(address));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private boolean allows(URI named) {
        if (egress.refuses(named).isPresent() || named.getRawFragment() != null) return false;
        if ("https".equalsIgnoreCase(server.getScheme()) && !"https".equalsIgnoreCase(named.getScheme())) return false;
        boolean sameHost = named.getHost().equalsIgnoreCase(server.getHost());
        return internal || sameHost || !egress.internal(named);
    }
}

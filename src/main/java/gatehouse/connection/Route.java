package gatehouse.connection;

import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * By which way a provider's servers are asked, and by whom else they may be vouched for.
 *
 * @param authorities certificates as PEM, trusted beside those of the machine and for this provider only; empty: none
 * @param proxy       {@code http://host:port}, {@code direct}, or empty: as the operator has it (GATEHOUSE_HTTP_PROXY)
 */
@Embeddable
public record Route(@Column(name = "ca_certificate") String authorities, @Column(name = "outgoing_proxy") String proxy) {

    public static final Route USUAL = new Route("", "");
    /** Past every proxy. */
    public static final String DIRECT = "direct";

    /** Whether a proxy of the provider's own carries it. */
    public boolean ownProxy() {
        return !proxy.isEmpty() && !proxy.equals(DIRECT);
    }

    /** The message key of what lets a secret go by hands that it did not go by before. */
    public Optional<String> strayed(Route before) {
        if (ownProxy() && !proxy.equals(before.proxy)) return Optional.of("provider.outgoing-proxy");
        boolean known = Authorities.of(before.authorities).all().containsAll(Authorities.of(authorities).all());
        return known ? Optional.empty() : Optional.of("provider.ca-certificate");
    }
}

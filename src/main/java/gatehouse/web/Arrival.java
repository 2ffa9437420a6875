package gatehouse.web;

import java.util.Optional;

/**
 * How a request really came, beside the address people should use.
 *
 * @param base      the address it came by, as we read it
 * @param peer      the other end of the connection
 * @param forwarded whether it carries headers of a proxy, and {@code trusted} whether they are believed
 * @param scheme    of the connection, or as a trusted proxy tells it
 * @param known     the address people should use, and {@code fixed} whether GATEHOUSE_PUBLIC_URL says it
 */
public record Arrival(String base, String peer, boolean forwarded, boolean trusted, String scheme, Optional<PublicUrl> known, boolean fixed) {
}

package gatehouse.connection;

import java.net.URI;
import java.util.Optional;

import gatehouse.web.Refusal;

/** What can be told of outside servers before anybody is sent there; known further up the house, where they are asked. */
public interface Outside {

    /** Why the operator does not let this address be asked, judged by its text alone. */
    Optional<Refusal> refuses(URI address);

    /**
     * Asks an OIDC provider for its addresses, within 10 seconds (OpenID Connect Discovery section 4).
     *
     * @throws Refusal 422 when they cannot be had, belong to another issuer, or do not suit the connection
     */
    void discover(Connection connection);

    /** Whether a sign-in over this address could be read on its way: plain http, and not to this machine or house. */
    boolean exposed(URI address);

    /**
     * Fetches a small file, once, within 10 seconds, without following a redirect.
     *
     * @throws Refusal 413 when it is longer than so many bytes, 422 when it cannot be had
     */
    byte[] fetch(URI address, int longest);
}

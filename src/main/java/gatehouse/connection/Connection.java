package gatehouse.connection;

import java.time.Duration;

import gatehouse.secret.Secret;

/**
 * What a trip needs to know of a provider, as one immutable value: read from its row before the trip, so that no
 * database connection is held while the provider is asked.
 *
 * @param provider the row's id; never reused
 * @param issuer   the exact issuer of an OIDC provider; empty for plain OAuth 2.0
 * @param scope    as typed, or empty
 * @param pkce     whether a code challenge (S256) is sent
 * @param dialect  what it says otherwise than the standards
 * @param deadline for the whole trip after the callback: token, keys and user info together
 * @param origin   what vouches for its answers, beside what it publishes itself
 * @param route    by which way its servers are asked
 */
public record Connection(long provider, String slug, Protocol protocol, String issuer, Endpoints endpoints, String clientId,
                         Secret clientSecret, ClientAuthentication authentication, String scope, boolean pkce, Dialect dialect,
                         Duration deadline, Origin origin, Route route) {

    /** As the standards have it, by the usual way. */
    public Connection(long provider, String slug, Protocol protocol, String issuer, Endpoints endpoints, String clientId, Secret clientSecret,
                      ClientAuthentication authentication, String scope, boolean pkce, Duration deadline) {
        this(provider, slug, protocol, issuer, endpoints, clientId, clientSecret, authentication, scope, pkce, Dialect.STANDARD, deadline,
                Origin.NONE, Route.USUAL);
    }
}

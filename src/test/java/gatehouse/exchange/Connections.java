package gatehouse.exchange;

import java.time.Duration;

import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Protocol;
import gatehouse.connection.Route;
import gatehouse.egress.FakeProvider;
import gatehouse.secret.Secret;

/** Connections for tests. */
final class Connections {

    static final Duration ENOUGH = Duration.ofSeconds(8);

    private Connections() {
    }

    static Connection plain(String authorize, String token, String userInfo) {
        return new Connection(7, "plain", Protocol.OAUTH2, "", new Endpoints(authorize, token, userInfo), "client", Secret.of("secret"),
                ClientAuthentication.BASIC, "read_user", false, ENOUGH);
    }

    static Connection plain(FakeProvider provider) {
        return plain(provider.url("/authorize"), provider.url("/token"), provider.url("/user"));
    }

    static Connection oidc(String issuer) {
        return new Connection(8, "oidc", Protocol.OIDC, issuer, Endpoints.NONE, "client", Secret.of("secret"),
                ClientAuthentication.BASIC, "openid profile", true, ENOUGH);
    }

    static Connection within(Connection c, Duration deadline) {
        return new Connection(c.provider(), c.slug(), c.protocol(), c.issuer(), c.endpoints(), c.clientId(), c.clientSecret(),
                c.authentication(), c.scope(), c.pkce(), deadline);
    }

    static Connection naming(Connection c, String id, String secret, ClientAuthentication authentication) {
        return new Connection(c.provider(), c.slug(), c.protocol(), c.issuer(), c.endpoints(), id, Secret.of(secret),
                authentication, c.scope(), c.pkce(), c.deadline());
    }

    static Connection with(Connection c, String scope, boolean pkce) {
        return new Connection(c.provider(), c.slug(), c.protocol(), c.issuer(), c.endpoints(), c.clientId(), c.clientSecret(),
                c.authentication(), scope, pkce, c.deadline());
    }

    static Connection along(Connection c, Route route) {
        return new Connection(c.provider(), c.slug(), c.protocol(), c.issuer(), c.endpoints(), c.clientId(), c.clientSecret(),
                c.authentication(), c.scope(), c.pkce(), c.dialect(), c.deadline(), c.origin(), route);
    }

    static Connection as(Connection c, long provider, String issuer) {
        return new Connection(provider, c.slug(), c.protocol(), issuer, c.endpoints(), c.clientId(), c.clientSecret(),
                c.authentication(), c.scope(), c.pkce(), c.deadline());
    }
}

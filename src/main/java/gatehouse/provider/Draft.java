package gatehouse.provider;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;

import gatehouse.account.EmailDomains;
import gatehouse.admission.Registration;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Origin;
import gatehouse.mapping.Mapping;
import gatehouse.secret.Secret;

/** A provider as an administrator wants it: every value checked, nothing written yet. */
record Draft(String name, Destination destination, String scope, boolean pkce, RedirectStyle redirectStyle, String redirectUrl, Mapping mapping,
             Registration registration, EmailDomains domains, Set<Long> roles, Network network, Origin origin) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** For looking at the provider before it has a row. */
    Connection connection(Secret secret) {
        return new Connection(0, "", destination.protocol(), destination.issuer(), destination.endpoints(), destination.clientId(), secret,
                destination.authentication(), scope, pkce, destination.dialect(), PATIENCE, origin, network.route());
    }

    /** The outside addresses that were typed in. */
    Stream<URI> addresses() {
        Endpoints typed = destination.endpoints();
        Stream<URI> main = Stream.of(destination.issuer(), typed.authorize(), typed.token(), typed.userInfo()).filter(text -> !text.isEmpty()).map(URI::create);
        return Stream.concat(main, destination.dialect().addresses());
    }
}

package gatehouse.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import gatehouse.check.Stretch;
import gatehouse.check.Survey;
import gatehouse.check.Surveyor;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Protocol;
import gatehouse.egress.Deadline;
import gatehouse.egress.Leg;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The servers of a connection, looked at one after the other by the way that its trips take: at most 8, within 10 seconds. */
@ApplicationScoped
class Pathfinder implements Surveyor {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST = 8;

    @Inject
    Exchange exchange;
    @Inject
    Clock clock;

    @Override
    public Survey of(Connection connection) {
        Trip.Tools tools = exchange.tools(connection.route());
        Leg.Gear gear = new Leg.Gear(tools.wire().outgoing(), clock, Deadline.in(PATIENCE));
        if (connection.protocol() == Protocol.OIDC) return published(connection, gear, tools.discovery());
        return new Survey(walked(typed(connection), connection.endpoints().authorize(), gear));
    }

    /** First the issuer; where it answers, what it publishes names the other servers. */
    private static Survey published(Connection connection, Leg.Gear gear, Discovery discovery) {
        URI issuer = Discovery.document(connection.issuer());
        List<Stretch> found = new ArrayList<>(List.of(new Leg(gear, issuer).walk("GET")));
        if (!found.get(0).answers()) return new Survey(found);
        Optional<Metadata> metadata = Optional.empty();
        try {
            metadata = Optional.of(discovery.read(connection.issuer(), gear.deadline()));
            found.add(new Stretch(issuer.toString(), new PublishedRemarks(metadata.get(), connection).all()));
        } catch (ExchangeFailed failed) {
            found.add(new Stretch(issuer.toString(), List.of(PublishedRemarks.failed(failed))));
        }
        Map<String, URI> rest = servers(Stream.concat(metadata.stream().flatMap(Pathfinder::named), typed(connection).values().stream()));
        rest.remove(key(issuer));
        found.addAll(walked(rest, metadata.map(Metadata::endpoints).map(Endpoints::authorize).orElse(""), gear));
        return new Survey(found);
    }

    private static Stream<URI> named(Metadata metadata) {
        return addresses(metadata.endpoints(), metadata.jwks());
    }

    private static Map<String, URI> typed(Connection connection) {
        return servers(Stream.concat(addresses(connection.endpoints(), ""), connection.dialect().addresses()));
    }

    private static Stream<URI> addresses(Endpoints endpoints, String more) {
        return Stream.of(endpoints.authorize(), endpoints.token(), endpoints.userInfo(), more).filter(text -> !text.isEmpty()).map(URI::create);
    }

    /** One address of each server, the first that was named. */
    private static Map<String, URI> servers(Stream<URI> addresses) {
        Map<String, URI> servers = new LinkedHashMap<>();
        addresses.forEach(address -> servers.putIfAbsent(key(address), address));
        return servers;
    }

    private static String key(URI address) {
        return Leg.origin(address).toLowerCase(Locale.ROOT);
    }

    /** People are sent to the authorize address; of the others nothing is asked but whether somebody is there. */
    private static List<Stretch> walked(Map<String, URI> servers, String authorize, Leg.Gear gear) {
        return servers.values().stream().limit(MOST).map(address -> new Leg(gear, address).walk(address.toString().equals(authorize) ? "GET" : "HEAD")).toList();
    }
}

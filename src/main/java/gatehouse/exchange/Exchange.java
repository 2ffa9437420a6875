package gatehouse.exchange;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import gatehouse.attempt.Departure;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Protocol;
import gatehouse.connection.Route;
import gatehouse.egress.Deadline;
import gatehouse.egress.Egress;
import gatehouse.egress.Reply;
import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.tape.Tape;

/** One trip to a provider and back. Knows ScribeJava so that nobody else must. */
@ApplicationScoped
public class Exchange {

    private static final Duration FETCH = Duration.ofSeconds(10);

    @Inject Egress egress;
    @Inject Clock clock;
    private Routes routes;
    private Breaker breaker;
    private Watch watch;

    @PostConstruct
    void open() {
        routes = new Routes(egress, clock);
        breaker = new Breaker(clock);
        watch = new Watch(clock);
    }

    /** How the providers do that were asked since this node started. */
    public List<Pulse> pulses() {
        return watch.all().stream().map(beats -> beats.pulse(breaker.closed(beats.provider()))).toList();
    }

    @PreDestroy
    void close() {
        routes.close();
    }

    /** How far the clocks of the servers that answered are ahead of ours, to the second; negative when they are behind. By host name. */
    public Map<String, Duration> clocks() {
        return routes.clocks();
    }

    /**
     * Where to send the browser. Asks an OIDC provider for its addresses unless that was done in the last ten minutes.
     *
     * @throws ExchangeFailed when they cannot be had, or do not suit the connection
     */
    public URI departure(Connection connection, Departure departure) {
        Trip.Tools tools = routes.of(connection.route());
        Trip trip = new Trip(tools, connection, departure);
        boolean asks = connection.protocol() == Protocol.OIDC && !tools.discovery().knows(connection.issuer());
        Endpoints endpoints = asks ? guarded(connection, trip::endpoints) : trip.endpoints();
        return ProviderCalls.authorization(connection, endpoints, departure);
    }

    /** Asks an OIDC provider for its addresses, past every copy, and checks that they suit the connection. */
    void discover(Connection connection) {
        routes.of(connection.route()).discovery().read(connection.issuer(), Deadline.in(connection.deadline())).suits(connection);
    }

    /** What goes by this way. */
    Trip.Tools tools(Route route) {
        return routes.of(route);
    }

    /** A public file of at most so many bytes, asked for once. @throws ExchangeFailed when it cannot be had within 10 seconds */
    byte[] fetch(URI address, int longest) {
        Reply reply = routes.of(Route.USUAL).wire().get(address, Map.of("Accept", "image/svg+xml, image/png, image/*;q=0.8"), longest, Deadline.in(FETCH));
        if (!reply.ok()) throw new ExchangeFailed(Reason.PROTOCOL, "status");
        return reply.body();
    }

    /**
     * Turns the code into a person, within the connection's deadline. Nothing is sent when the callback names another issuer.
     *
     * @throws ExchangeFailed in every other case, with the steps that were taken
     */
    public Arrival arrive(Connection connection, Departure departure, Callback callback) {
        return arrive(connection, callback, new Trip(routes.of(connection.route()), connection, departure));
    }

    Arrival arrive(Connection connection, Callback callback, Trip trip) {
        trip.steps.take("issuer", () -> sameIssuer(connection, callback));
        return guarded(connection, () -> trip.arrive(callback));
    }

    /** A trip of which everything is kept, for a trial: it asks past every copy, and sees what the provider publishes now. */
    public Rehearsal rehearse(Connection connection, Departure departure) {
        Tape tape = new Tape(connection, departure);
        return new Rehearsal(this, connection, departure, tape, new Trip(routes.overheard(connection.route(), tape), connection, departure, tape));
    }

    /**
     * Whoever names itself must be the issuer of this connection, character for character (RFC 9207 section 2.4). {@link #arrive} does
     * this; a callback that carries an error instead of a code has only this.
     */
    public Callback sameIssuer(Connection connection, Callback callback) {
        boolean checked = connection.protocol() == Protocol.OIDC || !connection.issuer().isEmpty();
        boolean other = callback.issuer().filter(issuer -> !issuer.equals(connection.issuer())).isPresent();
        if (checked && other) throw new ExchangeFailed(Reason.WRONG_ISSUER, "other");
        return callback;
    }

    <T> T guarded(Connection connection, Supplier<T> trip) {
        try (Gate.Ticket ticket = breaker.enter(connection.provider())) {
            return watch.over(connection, () -> reported(ticket, trip));
        }
    }

    private static <T> T reported(Gate.Ticket ticket, Supplier<T> trip) {
        try {
            T result = trip.get();
            ticket.answered();
            return result;
        } catch (ExchangeFailed failed) {
            ticket.failed(failed.reason().blame());
            throw failed;
        }
    }
}

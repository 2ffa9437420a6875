package gatehouse.exchange;

import java.net.URI;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import gatehouse.attempt.Departure;
import gatehouse.connection.Connection;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Protocol;
import gatehouse.tape.Tape;

/** One half of a trial's trip, out or home: as every trip, through the same breaker, and all that was said is kept with its secrets covered. */
public final class Rehearsal {

    private final Exchange exchange;
    private final Connection connection;
    private final Departure departure;
    private final Tape tape;
    private final Trip trip;

    Rehearsal(Exchange exchange, Connection connection, Departure departure, Tape tape, Trip trip) {
        this.exchange = exchange;
        this.connection = connection;
        this.departure = departure;
        this.tape = tape;
        this.trip = trip;
    }

    /** As {@link Exchange#departure}. @throws ExchangeFailed when there is no way there; the steps tell */
    public URI depart() {
        boolean asks = connection.protocol() == Protocol.OIDC;
        Endpoints endpoints = asks ? exchange.guarded(connection, () -> trip.steps.take("discovery", trip::endpoints)) : trip.endpoints();
        return trip.steps.take("departure", () -> ProviderCalls.authorization(connection, endpoints, departure));
    }

    /** As {@link Exchange#arrive}. @throws ExchangeFailed when the trip fails; the steps tell where */
    public Arrival arrive(Callback callback) {
        tape.learn(callback.code());
        return exchange.arrive(connection, callback, trip);
    }

    /** As {@link Exchange#sameIssuer}: all that is asked of a callback without a code. */
    public void sameIssuer(Callback callback) {
        trip.steps.take("issuer", () -> exchange.sameIssuer(connection, callback));
    }

    /** What was done so far, also before a failure. */
    public List<Step> steps() {
        return trip.steps.all();
    }

    /** From now on this is covered too. */
    public void learn(String secret) {
        tape.learn(secret);
    }

    /** The text without a secret of this trip. */
    public String covered(String text) {
        return tape.covered(text);
    }

    /** The answer without a secret of this trip. */
    public ObjectNode covered(ObjectNode answer) {
        return (ObjectNode) covered((JsonNode) answer);
    }

    private JsonNode covered(JsonNode node) {
        return covered("", node);
    }

    private JsonNode covered(String name, JsonNode node) {
        if (node.isObject()) return members(node);
        if (node.isArray()) return elements(node);
        String text = node.asText();
        String shown = node.isTextual() ? tape.covered(name, text) : covered(text);
        return shown.equals(text) ? node : new TextNode(shown);
    }

    private ObjectNode members(JsonNode object) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        object.properties().forEach(member -> shown.set(covered(member.getKey()), covered(member.getKey(), member.getValue())));
        return shown;
    }

    private ArrayNode elements(JsonNode array) {
        ArrayNode shown = JsonNodeFactory.instance.arrayNode();
        array.forEach(element -> shown.add(covered(element)));
        return shown;
    }

    @Override
    public String toString() {
        return "Rehearsal[" + connection.slug() + "]";
    }
}

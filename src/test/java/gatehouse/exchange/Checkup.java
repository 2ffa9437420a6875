package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import gatehouse.check.Stretch;
import gatehouse.connection.Connection;
import gatehouse.connection.Route;
import gatehouse.egress.Egress;
import gatehouse.egress.Legwork;

/** What a check of the connection says, asked of servers of ours. */
final class Checkup implements AutoCloseable {

    private final List<Exchange> opened = new ArrayList<>();

    Pathfinder by(Egress egress, Clock clock) {
        Pathfinder pathfinder = new Pathfinder();
        Exchange exchange = new Exchange();
        exchange.egress = egress;
        exchange.clock = clock;
        exchange.open();
        opened.add(exchange);
        pathfinder.exchange = exchange;
        pathfinder.clock = clock;
        return pathfinder;
    }

    List<Stretch> of(Connection connection, Egress egress) {
        return by(egress, Clock.systemUTC()).of(connection).stretches();
    }

    /** The only server's remarks, each as mark and key. */
    List<String> found(Connection connection, Egress egress) {
        List<Stretch> all = of(connection, egress);
        assertEquals(1, all.size());
        return Legwork.said(all.get(0));
    }

    List<String> found(String authorize) {
        return found(at(authorize, Route.USUAL), Legwork.house());
    }

    static Connection at(String authorize, Route route) {
        return Connections.along(Connections.plain(authorize, authorize, authorize), route);
    }

    @Override
    public void close() {
        opened.forEach(Exchange::close);
    }
}

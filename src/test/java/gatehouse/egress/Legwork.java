package gatehouse.egress;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import gatehouse.check.Stretch;
import gatehouse.connection.Route;

/** What a check says of one server of ours. */
public final class Legwork implements AutoCloseable {

    private final List<Ways> opened = new ArrayList<>();

    /** The operator's rules as they are when nothing is set. */
    public static Egress house() {
        return new Egress("private", "", "", "");
    }

    /** The remarks, each as mark and key. */
    public static List<String> said(Stretch stretch) {
        return stretch.remarks().stream().map(remark -> remark.mark() + " " + remark.said().key()).toList();
    }

    Leg.Gear gear(Route route, Egress egress, Duration patience) {
        Ways ways = new Ways(egress);
        opened.add(ways);
        return new Leg.Gear(ways.along(route), Clock.systemUTC(), Deadline.in(patience));
    }

    Stretch walked(String address, Route route, Egress egress) {
        return new Leg(gear(route, egress, Duration.ofSeconds(10)), URI.create(address)).walk("GET");
    }

    List<String> found(String address, Egress egress) {
        return said(walked(address, Route.USUAL, egress));
    }

    List<String> found(String address, Route route) {
        return said(walked(address, route, house()));
    }

    List<String> found(String address) {
        return found(address, Route.USUAL);
    }

    @Override
    public void close() {
        opened.forEach(Ways::close);
    }
}

package gatehouse.egress;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import gatehouse.check.Mark;
import gatehouse.check.Remark;
import gatehouse.check.Stretch;
import gatehouse.egress.NoAnswer.Reason;

/**
 * One server, looked at step by step until a step fails: its name, the connection, its certificate, its answer, its clock. Of a port that
 * is closed, silent, or speaks something else it says the same: no web server answered.
 */
public final class Leg {

    private static final Duration PATIENCE = Duration.ofSeconds(4);

    /** What all legs of a survey share: the way they are walked, and the moment when it ends. */
    public record Gear(Outgoing outgoing, Clock clock, Deadline deadline) {

        Egress egress() {
            return outgoing.egress();
        }

        /** The proxy that carries it, as host and port. */
        Optional<String> proxy(URI address) {
            return egress().carrier(address).map(one -> one.getHostString() + ":" + one.getPort());
        }
    }

    private final Gear gear;
    private final URI address;
    private final List<Remark> found = new ArrayList<>();

    /** @param address of http or https; only its server and path are used */
    public Leg(Gear gear, URI address) {
        this.gear = gear;
        this.address = address;
    }

    /** @param method GET where people are sent, HEAD elsewhere; the query is left out */
    public Stretch walk(String method) {
        try {
            List<InetAddress> there = named();
            if (connected(there)) answered(method);
        } catch (NoAnswer failed) {
            found.add(stopped(failed));
        }
        return new Stretch(origin(address), found);
    }

    /** Scheme, host and port, as they are written. */
    public static String origin(URI address) {
        return address.getScheme() + "://" + address.getRawAuthority();
    }

    private List<InetAddress> named() {
        List<InetAddress> there = gear.outgoing().within(gear.deadline().atMost(PATIENCE), () -> gear.egress().reached(address));
        Optional<String> proxy = gear.proxy(address);
        if (proxy.isPresent()) found.add(new Remark(Mark.GOOD, "name", "check.name.proxy", proxy.get()));
        else if (Hosts.literal(address.getHost()).isEmpty()) found.add(new Remark(Mark.GOOD, "name", "check.name.found", list(there)));
        return there;
    }

    private static String list(List<InetAddress> addresses) {
        return addresses.stream().limit(8).map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
    }

    private boolean connected(List<InetAddress> there) {
        try (Line line = new Line()) {
            List<Remark> seen = gear.outgoing().within(gear.deadline().atMost(PATIENCE), () -> new Dial(gear, address).talk(line, there));
            found.addAll(seen);
            return seen.stream().noneMatch(remark -> remark.mark() == Mark.BAD);
        } catch (NoAnswer slow) {
            gear.deadline().left();
            found.add(Dial.nobody(gear, address));
            return false;
        }
    }

    private void answered(String method) {
        try {
            Head head = gear.outgoing().head(method, bare(), gear.deadline().atMost(PATIENCE));
            found.addAll(new HeadRemarks(head, bare().getRawPath(), method.equals("GET"), gear.clock().instant()).all());
        } catch (NoAnswer failed) {
            if (failed.reason() == Reason.ADDRESS_REFUSED) throw failed;
            gear.deadline().left();
            if ("https".equalsIgnoreCase(address.getScheme())) found.add(new Remark(Mark.BAD, "answer", "check.answer.none"));
            else silent();
        }
    }

    /** What was open has not proved to be a web server. */
    private void silent() {
        found.removeIf(remark -> remark.step().equals("connection"));
        found.add(Dial.nobody(gear, address));
    }

    private URI bare() {
        String path = address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        return URI.create(origin(address) + path);
    }

    private Remark stopped(NoAnswer failed) {
        return switch (failed.reason()) {
            case ADDRESS_REFUSED -> new Remark(Mark.BAD, "name", "check.refused");
            case TOO_SLOW -> new Remark(Mark.BAD, "connection", "check.late");
            default -> new Remark(Mark.BAD, "name", "check.name.unknown",
                    gear.egress().carrier(address).map(InetSocketAddress::getHostString).orElse(address.getHost()));
        };
    }
}

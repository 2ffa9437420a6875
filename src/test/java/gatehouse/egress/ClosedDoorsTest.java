package gatehouse.egress;

import static gatehouse.egress.Legwork.house;
import static gatehouse.egress.Legwork.said;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import gatehouse.check.Remark;
import gatehouse.connection.Route;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A check tells nothing of what must not be asked, or does not answer. */
class ClosedDoorsTest {

    @AutoClose
    private final Legwork legwork = new Legwork();

    @Test
    @DisplayName("F-05 a port that is closed, silent, slow, or speaks something else gets one and the same answer, over http and https")
    void ports_that_are_no_web_servers_look_alike() throws Exception {
        ServerSocket closed = new ServerSocket(0);
        closed.close();
        try (RawProvider silent = new RawProvider(socket -> Thread.sleep(20_000)); RawProvider banner = new RawProvider(socket -> {
            socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2p1\r\n".getBytes());
            Thread.sleep(200);
        }); RawProvider hangsUp = new RawProvider(socket -> { })) {
            for (String scheme : List.of("http", "https")) {
                Set<List<String>> all = new HashSet<>();
                for (int port : new int[] {closed.getLocalPort(), silent.port(), banner.port(), hangsUp.port()}) {
                    all.add(legwork.found(scheme + "://127.0.0.1:" + port + "/x"));
                }
                assertEquals(Set.of(List.of("BAD check.nobody")), all, scheme);
            }
        }
    }

    @Test
    @DisplayName("F-01 F-05 every address that is not allowed gets one and the same answer, whatever its port, and nothing is asked there")
    void refused_addresses_look_alike() throws Exception {
        try (FakeProvider inside = new FakeProvider().on("/x", "{}")) {
            Egress open = new Egress("public", "", "", "", ClosedDoorsTest::resolve);
            String port = inside.url("").replaceFirst(".*:", "");
            Set<List<Remark>> all = new HashSet<>();
            for (String address : List.of(inside.url("/x"), "http://127.0.0.1:1/x", "https://127.0.0.1:" + port + "/x", "http://10.0.0.1/",
                    "http://169.254.169.254/latest", "http://inside.example:" + port + "/x", "https://inside.example:1/x", "http://metadata.example/")) {
                all.add(legwork.walked(address, Route.USUAL, open).remarks());
            }
            assertEquals(1, all.size(), all.toString());
            assertEquals("check.refused", all.iterator().next().get(0).said().key());
            assertEquals(0, inside.seen().size());
        }
    }

    @Test
    @DisplayName("F-01 a name that turns to another address between two steps is refused at the second")
    void a_name_that_turns_is_refused() throws Exception {
        AtomicInteger turn = new AtomicInteger();
        try (FakeProvider provider = new FakeProvider().on("/x", "{}")) {
            Egress rebinding = new Egress("private", "", "", "", host -> new InetAddress[] {
                InetAddress.getByName(turn.getAndIncrement() == 0 ? "127.0.0.1" : "169.254.169.254")});
            assertEquals(List.of("GOOD check.name.found", "GOOD check.connection", "BAD check.refused"),
                    legwork.found(provider.url("/x").replace("127.0.0.1", "localhost"), rebinding));
            assertEquals(0, provider.seen().size());
        }
    }

    @Test
    void an_unknown_name_is_said_so() {
        assertEquals(List.of("BAD check.name.unknown"), legwork.found("https://nobody.example/", new Egress("public", "", "", "", ClosedDoorsTest::resolve)));
    }

    @Test
    @DisplayName("D-01 a check ends when its time is up, and says so of what it did not come to")
    void a_check_ends_when_its_time_is_up() throws Exception {
        try (RawProvider silent = new RawProvider(socket -> Thread.sleep(20_000))) {
            Leg.Gear gear = legwork.gear(Route.USUAL, house(), Duration.ofMillis(300));
            assertEquals(List.of("GOOD check.connection", "BAD check.late"), said(new Leg(gear, URI.create(silent.url("/x"))).walk("GET")));
            assertEquals(List.of("BAD check.late"), said(new Leg(gear, URI.create(silent.url("/y"))).walk("GET")));
        }
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.equals("nobody.example")) throw new UnknownHostException(host);
        String address = host.equals("metadata.example") ? "169.254.169.254" : host.equals("inside.example") ? "127.0.0.1" : host;
        return new InetAddress[] {InetAddress.getByName(address)};
    }
}

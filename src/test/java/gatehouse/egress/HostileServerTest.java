package gatehouse.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.connection.Route;
import gatehouse.egress.NoAnswer.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HostileServerTest {

    private static final Duration SHORT = Duration.ofMillis(400);
    private static final int CAP = 64 * 1024;
    @AutoClose
    private static Ways ways;
    private static Outgoing outgoing;

    @BeforeAll
    static void open() {
        ways = new Ways(new Egress("private", "", "", ""));
        outgoing = ways.along(Route.USUAL);
    }

    @Test
    @DisplayName("C-14 a body that trickles for ever ends at the deadline, and the connection is closed")
    void a_trickling_body_ends_at_the_deadline() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        try (RawProvider provider = new RawProvider(socket -> trickle(socket, closed))) {
            assertEquals(Reason.TOO_SLOW, post(provider.url("/token"), SHORT).reason());
            assertTrue(closed.await(5, TimeUnit.SECONDS));
        }
    }

    @Test
    @DisplayName("C-16 a server that takes the connection and never answers is too slow")
    void a_silent_server_is_too_slow() throws Exception {
        try (RawProvider provider = new RawProvider(socket -> socket.getInputStream().readAllBytes())) {
            assertEquals(Reason.TOO_SLOW, post(provider.url("/token"), SHORT).reason());
            assertEquals(Reason.TOO_SLOW, get(provider.url("/token").replace("http:", "https:"), SHORT).reason());
        }
    }

    @Test
    @DisplayName("C-16 a server that cannot be reached is said to be so, a name server that hangs is too slow")
    void an_unreachable_server_is_told_from_a_slow_one() throws Exception {
        try (Socket deaf = new Socket()) {
            deaf.bind(new InetSocketAddress("127.0.0.1", 0));
            assertEquals("UNREACHABLE (connect)", post("http://127.0.0.1:" + deaf.getLocalPort() + "/token", Duration.ofSeconds(5)).getMessage());
        }
        CountDownLatch never = new CountDownLatch(1);
        try (Ways hanging = new Ways(new Egress("private", "", "", "", host -> hang(never)))) {
            NoAnswer failed = assertThrows(NoAnswer.class,
                    () -> hanging.along(Route.USUAL).get(URI.create("http://sso.example/"), Map.of(), 10, Deadline.in(SHORT)));
            assertEquals(Reason.TOO_SLOW, failed.reason());
        }
        never.countDown();
    }

    @Test
    @DisplayName("C-19 a body shorter than its Content-Length fails, and a POST is never sent twice")
    void a_cut_post_is_not_repeated() throws Exception {
        try (RawProvider provider = RawProvider.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"access_token\":\"t\"}")) {
            assertEquals("UNREACHABLE (cut)", post(provider.url("/token"), Duration.ofSeconds(5)).getMessage());
            assertEquals(1, provider.connections.get());
        }
        try (RawProvider provider = new RawProvider(RawProvider::readHead)) {
            assertEquals(Reason.UNREACHABLE, post(provider.url("/token"), Duration.ofSeconds(5)).reason());
            assertEquals(1, provider.connections.get());
        }
    }

    @ParameterizedTest
    @DisplayName("D-04 a megabyte of headers, ten thousand headers, or no HTTP at all is refused before the deadline")
    @ValueSource(strings = {"megabyte", "many", "banner", "endless 1xx"})
    void hostile_heads_are_refused(String kind) throws Exception {
        try (RawProvider provider = new RawProvider(socket -> hostileHead(socket, kind))) {
            NoAnswer failed = post(provider.url("/token"), Duration.ofSeconds(5));
            assertTrue(failed.reason() == Reason.PROTOCOL || failed.reason() == Reason.UNREACHABLE, failed.getMessage());
        }
    }

    @Test
    @DisplayName("D-04 more than 200 header fields are too many")
    void two_hundred_header_fields_are_enough() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n" + "X-A: 1\r\n".repeat(300) + "\r\n";
        try (RawProvider provider = RawProvider.saying(head)) {
            assertEquals("PROTOCOL (headers)", post(provider.url("/token"), Duration.ofSeconds(5)).getMessage());
        }
    }

    private static NoAnswer post(String url, Duration time) {
        byte[] body = "code=x".getBytes(StandardCharsets.US_ASCII);
        return assertThrows(NoAnswer.class,
                () -> outgoing.post(URI.create(url), Map.of(), body, CAP, Deadline.in(time)));
    }

    private static NoAnswer get(String url, Duration time) {
        return assertThrows(NoAnswer.class, () -> outgoing.get(URI.create(url), Map.of(), CAP, Deadline.in(time)));
    }

    private static void trickle(Socket socket, CountDownLatch closed) throws IOException, InterruptedException {
        RawProvider.readHead(socket);
        socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        try {
            for (int i = 0; i < 1000; i++) {
                socket.getOutputStream().write(' ');
                Thread.sleep(20);
            }
        } catch (IOException hungUp) {
            closed.countDown();
        }
    }

    private static void hostileHead(Socket socket, String kind) throws IOException {
        RawProvider.readHead(socket);
        String ok = "HTTP/1.1 200 OK\r\n";
        switch (kind) {
            case "megabyte" -> write(socket, ok + "X-A: " + "x".repeat(1_000_000) + "\r\n\r\n");
            case "many" -> write(socket, ok + "X-A: 1\r\n".repeat(10_000) + "Content-Length: 0\r\n\r\n");
            case "banner" -> write(socket, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
            default -> write(socket, "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(100_000));
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static InetAddress[] hang(CountDownLatch never) {
        try {
            never.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new InetAddress[0];
    }
}

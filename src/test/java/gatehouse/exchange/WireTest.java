package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import gatehouse.connection.Route;
import gatehouse.egress.Deadline;
import gatehouse.egress.Egress;
import gatehouse.egress.FakeProvider;
import gatehouse.egress.RawProvider;
import gatehouse.egress.Ways;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WireTest {

    private static final Duration ENOUGH = Duration.ofSeconds(5);
    @AutoClose
    private final Ways ways = new Ways(new Egress("private", "", "", ""));
    private final Wire wire = new Wire(ways.along(Route.USUAL));

    private static String failed(Executable call) {
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, call);
        return failed.getMessage() + " " + failed.reason().status() + " " + failed.reason().blame();
    }

    private String asked(String url, Duration time) {
        return failed(() -> wire.get(URI.create(url), Map.of(), 10, Deadline.in(time)));
    }

    @Test
    void a_call_without_an_answer_is_a_trip_that_failed() throws Exception {
        try (RawProvider silent = new RawProvider(socket -> Thread.sleep(20_000)); FakeProvider provider = new FakeProvider().on("/long", "x".repeat(11))) {
            assertEquals("TOO_SLOW (deadline) 504 NETWORK", asked(silent.url("/"), Duration.ofMillis(300)));
            assertEquals("PROTOCOL (size) 502 ANSWER", asked(provider.url("/long"), ENOUGH));
            provider.close();
            assertEquals("UNREACHABLE (connect) 502 NETWORK", asked(provider.url("/long"), ENOUGH));
            assertEquals("UNREACHABLE (connect) 502 NETWORK", failed(() -> wire.post(URI.create(provider.url("/")), Map.of(), new byte[0], 10, Deadline.in(ENOUGH))));
        }
        assertEquals("ADDRESS_REFUSED (address) 502 NOBODY", asked("http://169.254.169.254/", ENOUGH));
        assertEquals("ADDRESS_REFUSED (malformed) 502 NOBODY", failed(() -> Wire.uri("file:///etc/passwd")));
        assertEquals("TOO_SLOW (deadline) 504 NETWORK", failed(() -> wire.mayName(URI.create("http://127.0.0.1/"), List.of(), Deadline.in(Duration.ZERO))));
    }

    @Test
    void a_public_document_is_asked_for_a_second_time_and_no_third() throws Exception {
        try (RawProvider provider = RawProvider.saying("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")) {
            assertThrows(ExchangeFailed.class, () -> wire.document(URI.create(provider.url("/jwks")), 1000, Deadline.in(ENOUGH)));
            assertEquals(2, provider.connections.get());
        }
        try (FakeProvider provider = new FakeProvider().on("/jwks", "x".repeat(1001))) {
            assertThrows(ExchangeFailed.class, () -> wire.document(URI.create(provider.url("/jwks")), 1000, Deadline.in(ENOUGH)));
            assertEquals(1, provider.seen().size());
        }
    }
}

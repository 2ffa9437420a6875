package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import gatehouse.connection.Connection;
import gatehouse.connection.Route;
import gatehouse.egress.RawProvider;
import gatehouse.egress.TestProxy;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RoutesTest {

    private static final String DOCUMENT = "/.well-known/openid-configuration";
    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    private Arrival arrive(Route route) {
        return lab.exchange.arrive(Connections.along(lab.connection, route), Lab.DEPARTURE, Lab.CALLBACK);
    }

    @Test
    void each_way_has_its_own_copies_of_documents_and_keys() {
        for (int trips = 0; trips < 2; trips++) {
            arrive(Route.USUAL);
            arrive(new Route("", Route.DIRECT));
        }
        assertEquals("2 2", lab.provider.seen(DOCUMENT).size() + " " + lab.provider.seen("/jwks").size());
    }

    @Test
    void what_came_by_one_providers_proxy_serves_no_other() throws Exception {
        arrive(Route.USUAL);
        try (TestProxy liar = TestProxy.to(0)) {
            assertEquals("PROTOCOL (metadata: issuer)", assertThrows(ExchangeFailed.class, () -> arrive(new Route("", liar.address()))).getMessage());
            assertEquals(1, liar.asked.size());
            arrive(Route.USUAL);
            assertEquals(1, liar.asked.size());
        }
    }

    @Test
    void a_way_is_made_once_and_at_most_a_hundred_are_kept() {
        try (Routes routes = new Routes(lab.egress, lab.clock)) {
            assertSame(routes.of(new Route("", Route.DIRECT)), routes.of(new Route("", Route.DIRECT)));
            assertSame(routes.of(Route.USUAL), routes.of(new Route("", "")));
            for (int i = 1; i < 150; i++) routes.of(new Route("", "http://127.0.0.1:" + i));
            assertEquals(100, routes.size());
        }
    }

    @Test
    @DisplayName("D-02 trips to a provider that hangs hold up nobody else's")
    void a_hanging_provider_holds_up_nobody_else() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(20);
        ExecutorService people = Executors.newCachedThreadPool();
        try (RawProvider hanging = new RawProvider(socket -> {
            inside.countDown();
            over.await();
        })) {
            Connection sick = Connections.plain(hanging.url("/a"), hanging.url("/token"), hanging.url("/user"));
            List<Future<?>> waiting = new ArrayList<>();
            for (int i = 0; i < 20; i++) waiting.add(people.submit(() -> lab.exchange.arrive(sick, Lab.DEPARTURE, Lab.CALLBACK)));
            inside.await();
            for (int i = 0; i < 20; i++) assertEquals("Ada", lab.arrive().profile().path("name").textValue());
            waiting.forEach(one -> assertFalse(one.isDone()));
        } finally {
            over.countDown();
            people.shutdownNow();
        }
    }
}

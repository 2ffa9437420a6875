package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import gatehouse.provider.Connection;
import gatehouse.provider.Remark;
import gatehouse.provider.Route;
import gatehouse.provider.Stretch;

class PathfinderTest {

    private static final GeneralName HERE = new GeneralName(GeneralName.iPAddress, "127.0.0.1");
    private final List<Exchange> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(Exchange::close);
    }

    private Pathfinder by(Egress egress, Clock clock) {
        Pathfinder pathfinder = new Pathfinder();
        Exchange exchange = new Exchange();
        exchange.egress = egress;
        exchange.clock = clock;
        exchange.open();
        opened.add(exchange);
        pathfinder.egress = egress;
        pathfinder.exchange = exchange;
        pathfinder.clock = clock;
        return pathfinder;
    }

    private List<Stretch> survey(Connection connection, Egress egress) {
        return by(egress, Clock.systemUTC()).of(connection).stretches();
    }

    private static Egress house() {
        return new Egress("private", "", "", "");
    }

    private static Connection at(String authorize, Route route) {
        return Connections.along(Connections.plain(authorize, authorize, authorize), route);
    }

    /** The only server's remarks, each as mark and key. */
    private List<String> found(Connection connection, Egress egress) {
        List<Stretch> all = survey(connection, egress);
        assertEquals(1, all.size());
        return said(all.get(0));
    }

    private List<String> found(String authorize) {
        return found(at(authorize, Route.USUAL), house());
    }

    private static List<String> said(Stretch stretch) {
        return stretch.remarks().stream().map(remark -> remark.mark() + " " + remark.said().key()).toList();
    }

    private List<String> tls(Certificates certificates, String trusted) throws Exception {
        try (FakeProvider provider = FakeProvider.withTls(certificates.server()).on("/authorize", "{}")) {
            return found(at(provider.url("/authorize"), new Route(trusted, "")), house());
        }
    }

    @Test
    void a_good_server_is_told_step_by_step() throws Exception {
        Certificates acme = Certificates.good();
        assertEquals(List.of("GOOD check.connection", "GOOD check.tls.good", "GOOD check.answer", "GOOD check.clock.good"), tls(acme, acme.authority()));
        try (FakeProvider provider = new FakeProvider().on("/authorize", "{}")) {
            assertEquals(List.of("GOOD check.name.found", "GOOD check.connection", "GOOD check.answer", "GOOD check.clock.good"),
                    found(provider.url("/authorize").replace("127.0.0.1", "localhost")));
        }
    }

    @Test
    @DisplayName("C-17 what is wrong with a certificate is told apart: nobody vouches for it, another name, too old, too young, soon over")
    void a_bad_certificate_is_told_plainly() throws Exception {
        Instant now = Instant.now();
        Certificates acme = Certificates.good();
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.unknown"), tls(acme, ""));
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.unknown"), tls(acme, Certificates.good().authority()));
        Certificates other = Certificates.of(new GeneralName(GeneralName.dNSName, "other.example"), now.plusSeconds(9999));
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.name"), tls(other, other.authority()));
        Certificates ended = Certificates.of(HERE, now.minusSeconds(9999));
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.ended"), tls(ended, ended.authority()));
        Certificates early = Certificates.of(HERE, now.plus(Duration.ofDays(3)));
        assertEquals(List.of("GOOD check.connection", "BAD check.tls.early"), tls(early, early.authority()));
        Certificates soon = Certificates.of(HERE, now.plusSeconds(9999));
        assertEquals("WARN check.tls.soon", tls(soon, soon.authority()).get(1));
    }

    @Test
    void a_certificate_is_told_with_its_names() throws Exception {
        Certificates other = Certificates.of(new GeneralName(GeneralName.dNSName, "other.example"), Instant.now().plusSeconds(9999));
        try (FakeProvider provider = FakeProvider.withTls(other.server())) {
            Remark name = survey(at(provider.url("/authorize"), new Route(other.authority(), "")), house()).get(0).remarks().get(1);
            assertEquals(List.of("CN=server", "127.0.0.1", "other.example"), name.said().arguments());
            Remark unknown = survey(at(provider.url("/authorize"), Route.USUAL), house()).get(0).remarks().get(1);
            assertEquals(List.of("CN=server", "CN=authority"), unknown.said().arguments());
        }
    }

    @Test
    void a_server_that_shows_a_certificate_and_no_more_is_told() throws Exception {
        Certificates acme = Certificates.good();
        try (FakeProvider provider = FakeProvider.withTls(acme.server()).on("/authorize", exchange -> exchange.close())) {
            assertEquals(List.of("GOOD check.connection", "GOOD check.tls.good", "BAD check.answer.none"),
                    found(at(provider.url("/authorize"), new Route(acme.authority(), "")), house()));
        }
    }

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
                    all.add(found(scheme + "://127.0.0.1:" + port + "/x"));
                }
                assertEquals(Set.of(List.of("BAD check.nobody")), all, scheme);
            }
        }
    }

    @Test
    @DisplayName("F-01 F-05 every address that is not allowed gets one and the same answer, whatever its port, and nothing is asked there")
    void refused_addresses_look_alike() throws Exception {
        try (FakeProvider inside = new FakeProvider().on("/x", "{}")) {
            Egress open = new Egress("public", "", "", "", PathfinderTest::resolve);
            String port = inside.url("").replaceFirst(".*:", "");
            Set<List<Remark>> all = new HashSet<>();
            for (String address : List.of(inside.url("/x"), "http://127.0.0.1:1/x", "https://127.0.0.1:" + port + "/x", "http://10.0.0.1/",
                    "http://169.254.169.254/latest", "http://inside.example:" + port + "/x", "https://inside.example:1/x", "http://metadata.example/")) {
                all.add(survey(at(address, Route.USUAL), open).get(0).remarks());
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
                    found(at(provider.url("/x").replace("127.0.0.1", "localhost"), Route.USUAL), rebinding));
            assertEquals(0, provider.seen().size());
        }
    }

    @Test
    void an_unknown_name_is_said_so() {
        assertEquals(List.of("BAD check.name.unknown"), found(at("https://nobody.example/", Route.USUAL), new Egress("public", "", "", "", PathfinderTest::resolve)));
    }

    @Test
    @DisplayName("F-04 E-01 no secret is sent, no redirect followed, no query repeated")
    void nothing_is_given_away() throws Exception {
        try (FakeProvider elsewhere = new FakeProvider().on("/", "{}"); FakeProvider provider = new FakeProvider()) {
            provider.on("/authorize", exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url("/"));
                exchange.sendResponseHeaders(302, -1);
            });
            assertEquals("GOOD check.answer", found(provider.url("/authorize?tenant=7")).get(1));
            assertEquals(List.of(), elsewhere.seen());
            FakeProvider.Seen only = provider.seen().get(0);
            assertEquals("1 GET /authorize null ", provider.seen().size() + " " + only.method() + " " + only.path() + " " + only.query() + " " + only.body());
            assertFalse(only.headers().containsKey("Authorization") || only.headers().containsKey("Cookie"));
        }
    }

    @Test
    void other_servers_are_only_asked_whether_they_are_there() throws Exception {
        try (FakeProvider authorize = new FakeProvider().on("/a", "{}");
             FakeProvider token = new FakeProvider().on("/", 404, "text/plain", "")) {
            List<Stretch> all = survey(Connections.plain(authorize.url("/a"), token.url("/token"), token.url("/user")), house());
            assertEquals(List.of(authorize.url(""), token.url("")), all.stream().map(Stretch::about).toList());
            assertEquals("GOOD check.answer", said(all.get(1)).get(1));
            assertEquals("HEAD /token", token.seen().get(0).method() + " " + token.seen().get(0).path());
            assertEquals("WARN check.answer.missing", found(token.url("/authorize")).get(1));
        }
    }

    @Test
    @DisplayName("D-01 a check ends when its time is up, and says so of what it did not come to")
    void a_check_ends_when_its_time_is_up() throws Exception {
        try (RawProvider silent = new RawProvider(socket -> Thread.sleep(20_000)); Outgoing outgoing = new Outgoing(house())) {
            Leg.Gear gear = new Leg.Gear(outgoing, house(), Route.USUAL, Clock.systemUTC(), Deadline.in(Duration.ofMillis(300)));
            assertEquals(List.of("GOOD check.connection", "BAD check.late"), said(new Leg(gear, URI.create(silent.url("/x"))).walk("GET")));
            assertEquals(List.of("BAD check.late"), said(new Leg(gear, URI.create(silent.url("/y"))).walk("GET")));
        }
    }

    @Test
    void clocks_that_are_apart_are_told() throws Exception {
        try (FakeProvider provider = new FakeProvider().on("/a", "{}")) {
            for (String apart : List.of("PT45S WARN", "PT-45S WARN", "PT6M BAD", "PT-6M BAD")) {
                Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(apart.split(" ")[0]));
                List<Stretch> all = by(house(), clock).of(at(provider.url("/a"), Route.USUAL)).stretches();
                assertEquals(apart.split(" ")[1] + " check.clock.apart", said(all.get(0)).get(2), apart);
            }
        }
    }

    @Test
    void a_proxy_on_the_way_is_told() throws Exception {
        Certificates acme = Certificates.of(new GeneralName(GeneralName.dNSName, "sso.invalid"), Instant.now().minusSeconds(9999));
        TestProxy away = TestProxy.to(0);
        away.close();
        try (FakeProvider provider = FakeProvider.withTls(acme.server()); TestProxy password = TestProxy.refusing("407 Proxy Authentication Required");
             TestProxy closed = TestProxy.refusing("403 Forbidden"); TestProxy good = TestProxy.to(Integer.parseInt(provider.url("").replaceFirst(".*:", "")))) {
            assertEquals("BAD check.proxy.nobody", proxied(away).get(1));
            assertEquals("BAD check.proxy.password", proxied(password).get(1));
            assertEquals("BAD check.proxy.refuses", proxied(closed).get(1));
            assertEquals(List.of("GOOD check.name.proxy", "GOOD check.connection", "BAD check.tls.ended"), proxied(good));
            assertEquals("BAD check.answer.password", found(at("http://sso.invalid/a", new Route("", password.address())), house()).get(2));
        }
    }

    private List<String> proxied(TestProxy proxy) {
        return found(at("https://sso.invalid/authorize", new Route("", proxy.address())), house());
    }

    @Test
    void what_an_issuer_publishes_is_told() throws Exception {
        try (Lab lab = new Lab()) {
            List<String> told = said(survey(lab.connection, house()).get(1));
            assertEquals(List.of("GOOD check.discovery.issuer", "GOOD check.discovery.endpoints", "GOOD check.discovery.authentication.unsaid",
                    "GOOD check.discovery.pkce.unsaid", "GOOD check.discovery.algorithms"), told);
            lab.publish(lab.metadata(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"],\"code_challenge_methods_supported\":[\"S256\"]"));
            List<String> unfit = said(survey(Connections.with(lab.connection, "", false), house()).get(1));
            assertTrue(unfit.containsAll(List.of("BAD provider.discovery.authentication", "WARN check.discovery.pkce.off")), unfit.toString());
            lab.publish(lab.metadata("").replace("\"issuer\":\"", "\"issuer\":\"https://other.example/"));
            assertEquals(List.of("BAD provider.discovery.issuer"), said(survey(lab.connection, house()).get(1)));
        }
    }

    @Test
    void the_servers_that_an_issuer_names_are_looked_at() throws Exception {
        try (Lab lab = new Lab(); FakeProvider keys = new FakeProvider()) {
            lab.publish(lab.metadata("").replaceFirst("\"jwks_uri\":\"[^\"]*\"", "\"jwks_uri\":\"" + keys.url("/jwks") + "\""));
            List<Stretch> all = survey(lab.connection, house());
            assertEquals(List.of(lab.connection.issuer(), lab.connection.issuer() + "/.well-known/openid-configuration", keys.url("")), all.stream().map(Stretch::about).toList());
            lab.publish("[]");
            assertEquals(2, survey(lab.connection, house()).size());
            lab.provider.close();
            assertEquals(List.of("BAD check.nobody"), found(lab.connection, house()));
        }
    }

    private static InetAddress[] resolve(String host) throws UnknownHostException {
        if (host.equals("nobody.example")) throw new UnknownHostException(host);
        String address = host.equals("metadata.example") ? "169.254.169.254" : host.equals("inside.example") ? "127.0.0.1" : host;
        return new InetAddress[] {InetAddress.getByName(address)};
    }
}

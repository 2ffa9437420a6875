package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import gatehouse.egress.Certificates;
import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Received;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The network of a provider and its connection check, as an administrator's browser has them. The limit on checks is reached last. */
@InHouse
@TestMethodOrder(OrderAnnotation.class)
class NetworkIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Network");

    private static String address(Placed one) {
        return "/admin/providers/" + one.slug();
    }

    private static Page check(Placed one) {
        Page page = stage.admin().visitor().get(address(one));
        assertEquals(address(one) + "/check", page.html().selectFirst("button[formaction$=/check]").attr("formaction"));
        return stage.admin().visitor().post(address(one) + "/check", Parameters.listed("csrf", page.csrf()));
    }

    private static List<String> wrong(Page checked) {
        return checked.html().select("tr:has(.tag.bad) td:nth-child(2)").eachText();
    }

    @Test
    @Order(1)
    @DisplayName("E-01 a connection check says what it found, and gives nothing away")
    void a_check_says_what_it_found() {
        provider.fake().reset();
        Page checked = check(provider);
        assertEquals(200, checked.status(), checked::text);
        assertEquals(List.of(), wrong(checked));
        String said = checked.text();
        assertTrue(said.contains(provider.fake().at("/token")) && said.contains("letter for letter") && said.contains("clock and ours agree"), said);
        assertFalse(provider.fake().received().isEmpty());
        for (Received one : provider.fake().received()) {
            assertTrue(one.header("Authorization").isEmpty() && one.body().isEmpty() && !one.target().contains("?"), one.toString());
            assertFalse(one.toString().contains(provider.fake().clientSecret()));
        }
    }

    @Test
    @Order(2)
    void a_provider_that_is_switched_off_is_checked_as_well() {
        stage.admin().disable(provider.slug());
        assertEquals(200, check(provider).status());
        stage.admin().enable(provider.slug());
        Page link = stage.admin().visitor().get(address(provider) + "/check");
        assertEquals(address(provider), link.location().getPath());
        assertEquals(404, stage.admin().visitor().post("/admin/providers/nobody/check", Parameters.listed("csrf", stage.admin().visitor().get("/admin/sso").csrf())).status());
    }

    @Test
    @Order(3)
    @DisplayName("C-17 a server of an own authority is reached once that authority's certificate is saved, and no more when it is taken away")
    void an_own_authority_is_saved_shown_and_taken_away() throws Exception {
        Certificates acme = Certificates.good();
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(acme.server()));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
        });
        server.start();
        String base = "https://127.0.0.1:" + server.getAddress().getPort();
        Placed placed = stage.oauth("Own authority", "authorizeUrl", base + "/authorize", "tokenUrl", base + "/token", "userInfoUrl", base + "/me");
        String refused = wrong(check(placed)).toString();
        assertTrue(refused.contains("CN=server") && refused.contains("CA certificate"), refused);

        assertEquals(422, save(placed, "caCertificate", acme.authority()).status());
        assertEquals(303, save(placed, "caCertificate", acme.authority(), "clientSecret", placed.fake().clientSecret()).status());
        String shown = stage.admin().visitor().get(address(placed)).html().select("section[aria-labelledby=network]").text();
        assertTrue(shown.contains("CN=authority") && shown.matches("(?s).*([0-9A-F]{2}:){31}[0-9A-F]{2}.*"), shown);
        assertEquals(List.of(), wrong(check(placed)));

        assertEquals(303, save(placed, "caCertificate", "").status());
        assertEquals("", stage.admin().provider(placed.slug()).value("caCertificate").strip());
        assertEquals(1, wrong(check(placed)).size());
        server.stop(0);
    }

    private static Page save(Placed placed, String... typed) {
        return stage.admin().visitor().submit(stage.admin().provider(placed.slug()).with(typed));
    }

    @Test
    @Order(4)
    void what_cannot_be_used_is_refused_beside_its_field() {
        Page refused = save(provider, "caCertificate", "-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----", "outgoingProxy", "socks5://proxy:1080");
        assertEquals(422, refused.status());
        assertTrue(refused.html().select("#caCertificate-error").text().startsWith("CA certificate: "), refused.text());
        assertTrue(refused.html().select("#outgoingProxy-error").text().startsWith("Outgoing proxy: "), refused.text());
        assertEquals("socks5://proxy:1080", refused.html().select("#outgoingProxy").attr("value"));
        Page forbidden = save(provider, "outgoingProxy", "169.254.169.254:80");
        assertEquals("422", Integer.toString(forbidden.status()));
        assertFalse(forbidden.html().select("#outgoingProxy-error").isEmpty());
        assertEquals("", stage.admin().provider(provider.slug()).value("outgoingProxy"));
    }

    @Test
    @Order(5)
    @DisplayName("F-05 a closed port and one that speaks something else get the same sentence")
    void ports_that_are_no_web_servers_look_alike() throws Exception {
        try (ServerSocket banner = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")); ServerSocket closed = new ServerSocket(0)) {
            Thread talk = new Thread(() -> greet(banner));
            talk.setDaemon(true);
            talk.start();
            closed.close();
            String open = "http://127.0.0.1:" + banner.getLocalPort(), shut = "http://127.0.0.1:" + closed.getLocalPort();
            Placed placed = stage.oauth("Ports", "authorizeUrl", open + "/a", "tokenUrl", shut + "/t", "userInfoUrl", open.replace("http", "https") + "/u");
            List<String> said = wrong(check(placed)).stream().map(one -> one.replaceAll("127\\.0\\.0\\.1:[0-9]+", "there")).toList();
            assertEquals(3, said.size());
            assertEquals(1, said.stream().distinct().count(), said.toString());
            assertFalse(said.get(0).contains("SSH"), said.toString());
        }
    }

    private static void greet(ServerSocket banner) {
        try {
            while (!banner.isClosed()) {
                try (Socket socket = banner.accept()) {
                    socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2p1\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            }
        } catch (IOException over) {
            return;
        }
    }

    @Test
    @Order(5)
    @DisplayName("a program has the way to a provider looked at, with the same findings and the same limit")
    void a_program_looks_too() {
        Program program = Program.admin();
        Page page = program.post("/api/admin/provider/check?slug=" + provider.slug());
        assertEquals(200, page.status(), page::text);
        assertTrue(Program.data(page).findValuesAsText("id").contains("connection"), page::text);
        assertEquals(404, program.post("/api/admin/provider/check?slug=none").status());
        assertEquals(404, program.post("/api/admin/provider/check").status());
    }

    @Test
    @Order(6)
    @DisplayName("F-05 too many checks are refused for a while")
    void too_many_checks_are_refused() {
        Page last = check(provider);
        for (int i = 0; i < 40 && last.status() == 200; i++) last = check(provider);
        assertEquals(429, last.status());
        int wait = Integer.parseInt(last.header("retry-after").orElse("0"));
        assertTrue(wait >= 1 && wait <= 60 && last.text().contains(Integer.toString(wait)), last.text());
        assertEquals(address(provider), last.html().select("main .actions a").attr("href"));
        assertEquals(429, Program.admin().post("/api/admin/provider/check?slug=" + provider.slug()).status());
    }
}

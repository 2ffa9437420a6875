package gatehouse.exchange;

import static gatehouse.egress.Legwork.house;
import static gatehouse.egress.Legwork.said;
import static gatehouse.exchange.Checkup.at;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import gatehouse.check.Stretch;
import gatehouse.connection.Route;
import gatehouse.egress.FakeProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PathfinderTest {

    @AutoClose
    private final Checkup checkup = new Checkup();

    @Test
    @DisplayName("F-04 E-01 no secret is sent, no redirect followed, no query repeated")
    void nothing_is_given_away() throws Exception {
        try (FakeProvider elsewhere = new FakeProvider().on("/", "{}"); FakeProvider provider = new FakeProvider()) {
            provider.on("/authorize", exchange -> {
                exchange.getResponseHeaders().set("Location", elsewhere.url("/"));
                exchange.sendResponseHeaders(302, -1);
            });
            assertEquals("GOOD check.answer", checkup.found(provider.url("/authorize?tenant=7")).get(1));
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
            List<Stretch> all = checkup.of(Connections.plain(authorize.url("/a"), token.url("/token"), token.url("/user")), house());
            assertEquals(List.of(authorize.url(""), token.url("")), all.stream().map(Stretch::about).toList());
            assertEquals("GOOD check.answer", said(all.get(1)).get(1));
            assertEquals("HEAD /token", token.seen().get(0).method() + " " + token.seen().get(0).path());
            assertEquals("WARN check.answer.missing", checkup.found(token.url("/authorize")).get(1));
        }
    }

    @Test
    void clocks_that_are_apart_are_told() throws Exception {
        try (FakeProvider provider = new FakeProvider().on("/a", "{}")) {
            for (String apart : List.of("PT45S WARN", "PT-45S WARN", "PT6M BAD", "PT-6M BAD")) {
                Clock clock = Clock.offset(Clock.systemUTC(), Duration.parse(apart.split(" ")[0]));
                List<Stretch> all = checkup.by(house(), clock).of(at(provider.url("/a"), Route.USUAL)).stretches();
                assertEquals(apart.split(" ")[1] + " check.clock.apart", said(all.get(0)).get(2), apart);
            }
        }
    }

    @Test
    void what_an_issuer_publishes_is_told() throws Exception {
        try (Lab lab = new Lab()) {
            List<String> told = said(checkup.of(lab.connection, house()).get(1));
            assertEquals(List.of("GOOD check.discovery.issuer", "GOOD check.discovery.endpoints", "GOOD check.discovery.authentication.unsaid",
                    "GOOD check.discovery.pkce.unsaid", "GOOD check.discovery.algorithms"), told);
            lab.publish(lab.metadata(",\"token_endpoint_auth_methods_supported\":[\"client_secret_post\"],\"code_challenge_methods_supported\":[\"S256\"]"));
            List<String> unfit = said(checkup.of(Connections.with(lab.connection, "", false), house()).get(1));
            assertTrue(unfit.containsAll(List.of("BAD provider.discovery.authentication", "WARN check.discovery.pkce.off")), unfit.toString());
            lab.publish(lab.metadata("").replace("\"issuer\":\"", "\"issuer\":\"https://other.example/"));
            assertEquals(List.of("BAD provider.discovery.issuer"), said(checkup.of(lab.connection, house()).get(1)));
        }
    }

    @Test
    void the_servers_that_an_issuer_names_are_looked_at() throws Exception {
        try (Lab lab = new Lab(); FakeProvider keys = new FakeProvider()) {
            lab.publish(lab.metadata("").replaceFirst("\"jwks_uri\":\"[^\"]*\"", "\"jwks_uri\":\"" + keys.url("/jwks") + "\""));
            List<Stretch> all = checkup.of(lab.connection, house());
            assertEquals(List.of(lab.connection.issuer(), lab.connection.issuer() + "/.well-known/openid-configuration", keys.url("")), all.stream().map(Stretch::about).toList());
            lab.publish("[]");
            assertEquals(2, checkup.of(lab.connection, house()).size());
            lab.provider.close();
            assertEquals(List.of("BAD check.nobody"), checkup.found(lab.connection, house()));
        }
    }
}

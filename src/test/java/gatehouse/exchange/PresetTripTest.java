package gatehouse.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.connection.Connection;
import gatehouse.web.Json;

/** Whole trips of the presets that keep to the standards. */
class PresetTripTest {

    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    @ParameterizedTest
    @ValueSource(strings = {"microsoft", "gitlab", "line", "discord", "facebook", "linkedin"})
    void a_plain_preset_arrives_with_what_was_recorded(String slug) throws IOException {
        ObjectNode recorded = (ObjectNode) Json.object(Files.readAllBytes(Path.of("src/test/resources/userinfo", slug + ".json"))).get("profile");
        Connection connection = Spoken.by(slug, lab.provider);
        lab.provider.on(path(connection.endpoints().token()), "{\"access_token\":\"t0ken\",\"token_type\":\"Bearer\"}")
                .on(path(connection.endpoints().userInfo()), recorded.toString());
        assertEquals(recorded, arrive(connection).profile());
        assertEquals("Bearer t0ken", lab.provider.seen(path(connection.endpoints().userInfo())).get(0).headers().getFirst("Authorization"));
        leaves(connection);
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "casdoor", "oidc", "keycloak", "authentik", "authelia", "auth0", "okta", "slack", "telegram"})
    void an_oidc_preset_arrives_with_a_verified_token(String slug) {
        Connection connection = Spoken.by(slug, lab.provider);
        assertEquals("person-1", arrive(connection).profile().path("sub").textValue());
        leaves(connection);
    }

    private Arrival arrive(Connection connection) {
        return lab.exchange.arrive(connection, Lab.DEPARTURE, new Callback("the-code", Optional.empty()));
    }

    /** The state always, a challenge where the preset has PKCE. */
    private void leaves(Connection connection) {
        String query = lab.exchange.departure(connection, Lab.DEPARTURE).getQuery();
        assertTrue(query.contains("client_id=client") && query.contains("state=state") && query.contains("redirect_uri="), query);
        assertEquals(connection.pkce(), query.contains("code_challenge_method=S256"));
    }

    private static String path(String url) {
        return URI.create(url).getPath();
    }
}

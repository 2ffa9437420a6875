package gatehouse.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.Connection;
import gatehouse.connection.Dialect;
import gatehouse.connection.Endpoints;
import gatehouse.connection.Origin;
import gatehouse.connection.Protocol;
import gatehouse.connection.Route;
import gatehouse.egress.FakeProvider;
import gatehouse.secret.Secret;

/** A preset as it would be after it was picked, with every host of it the fake provider's. */
final class Spoken {

    private Spoken() {
    }

    static Connection by(String slug, FakeProvider provider) {
        JsonNode preset = read(slug, provider);
        boolean oidc = preset.get("protocol").textValue().equals("OIDC");
        Endpoints endpoints = oidc ? Endpoints.NONE
                : new Endpoints(preset.get("authorize").textValue(), preset.get("token").textValue(), preset.get("userInfo").textValue());
        return new Connection(70, slug, oidc ? Protocol.OIDC : Protocol.OAUTH2, oidc ? provider.url("") : "", endpoints, "client", Secret.of("s3cret"),
                ClientAuthentication.valueOf(preset.get("authentication").textValue()), preset.get("scope").textValue(), preset.get("pkce").booleanValue(),
                preset.has("dialect") ? Dialect.of(preset.get("dialect").toString()) : Dialect.STANDARD, Connections.ENOUGH, Origin.NONE, Route.USUAL);
    }

    private static JsonNode read(String slug, FakeProvider provider) {
        try {
            String json = Files.readString(Path.of("src/main/resources/presets", slug + ".json"));
            return new ObjectMapper().readTree(json.replaceAll("https://[^/\"]+", provider.url("")).replaceAll("\\{(agent|tenant|version)\\}", "1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

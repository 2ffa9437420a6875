package gatehouse.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.it.provider.Answer;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import gatehouse.it.provider.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How one provider speaks: {@code dialects/name.json} has what is typed for it, what it must be sent, what it answers and how it complains;
 * {@code userinfo/preset.json} what it says of a person. What changes from trip to trip stands there as {token}, {code} and so on.
 */
record Phrasebook(String name, JsonNode dialect, ObjectNode recorded) {

    private static final Path DIALECTS = Path.of("src/test/resources/dialects");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<String> names() {
        try (Stream<Path> files = Files.list(DIALECTS)) {
            return files.map(file -> file.getFileName().toString().replace(".json", "")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Phrasebook of(String name) {
        return of(name, Map.of());
    }

    /** @param others what the recorded person is called otherwise, so that the name is free */
    static Phrasebook of(String name, Map<String, String> others) {
        JsonNode dialect = read(DIALECTS.resolve(name + ".json"), Map.of());
        Map<String, String> called = new LinkedHashMap<>(others);
        dialect.path("called").properties().forEach(one -> called.put(one.getKey(), one.getValue().textValue()));
        String preset = dialect.path("preset").asText(name);
        return new Phrasebook(name, dialect, (ObjectNode) read(Path.of("src/test/resources/userinfo", preset + ".json"), called));
    }

    private static JsonNode read(Path file, Map<String, String> called) {
        try {
            String text = Files.readString(file);
            for (Map.Entry<String, String> one : called.entrySet()) text = text.replace('"' + one.getKey() + '"', '"' + one.getValue() + '"');
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String preset() {
        return dialect.path("preset").asText(name);
    }

    /** Whether the fake provider answers as OpenID Connect has it, by itself. */
    boolean oidc() {
        return dialect.has("issuer");
    }

    /** The preset's page with its variables filled in and every host of it the fake provider's; id and secret typed. */
    Form typed(Form form, FakeProvider fake) {
        Form typed = form.with("clientId", fake.clientId(), "clientSecret", fake.clientSecret());
        for (String field : List.of("issuer", "authorizeUrl", "tokenUrl", "userInfoUrl", "dialect")) {
            typed = typed.with(field, form.value(field).replace("https://{", "http://{").replaceAll("https://[^/\"{]+", fake.address()));
        }
        for (Map.Entry<String, JsonNode> one : dialect.path("type").properties()) {
            typed = typed.with(one.getKey(), one.getValue().textValue().replace("{address}", fake.address()).replace("{fake}", fake.address().substring("http://".length())));
        }
        return typed;
    }

    JsonNode leaves() {
        return dialect.path("leaves");
    }

    /** What it calls the redirect address. */
    String redirect() {
        return leaves().path("redirect").asText("redirect_uri");
    }

    /** What it calls the code that it sends back. */
    String returns() {
        return dialect.path("returns").asText("code");
    }

    JsonNode calls() {
        return dialect.path("calls");
    }

    /** What it complains with, by path. */
    Map<String, Answer> errors() {
        Map<String, Answer> errors = new LinkedHashMap<>();
        dialect.path("errors").properties().forEach(one -> errors.put(one.getKey(), Answer.json(text(one.getValue()))));
        return errors;
    }

    /** What is to be read of the person, by key. */
    JsonNode maps() {
        return recorded.path("maps");
    }

    ObjectNode profile() {
        return (ObjectNode) recorded.path("profile");
    }

    /** From now on the fake provider speaks so. */
    void teach(FakeProvider fake) {
        if (oidc()) standard(fake);
        else fake.tell(leaves().path("path").textValue(), this::home);
        for (JsonNode call : calls()) {
            String type = call.path("type").asText("application/json");
            if (call.has("answer")) fake.tell(call.path("to").textValue().split(" ")[1], Answer.of(200, type, filled(text(call.path("answer")))));
        }
    }

    private void standard(FakeProvider fake) {
        String issuer = fake.address() + dialect.path("issuer").textValue();
        boolean silent = calls().size() == 1;
        Map<String, Object> document = fake.namesItself(false).discovery();
        document.put("issuer", issuer);
        if (silent) document.remove("userinfo_endpoint");
        Map<String, Object> claims = JSON.convertValue(profile(), JSON.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
        String path = dialect.path("issuer").textValue().replaceFirst("/$", "");
        fake.person(Person.of(claims)).tell(path + "/.well-known/openid-configuration", Answer.json(200, document)).idToken(token -> {
            if (silent) claims.forEach(token::claim);
            return token.claim("iss", issuer);
        });
    }

    private Answer home(Received request) {
        String back = request.query().one(redirect());
        String answer = Parameters.listed(returns(), "the-code", "state", request.query().one("state")).encoded();
        return Answer.redirect(302, back + (back.contains("?") ? "&" : "?") + answer);
    }

    private String filled(String answer) {
        ObjectNode own = profile().deepCopy();
        String filled = answer.replace("{token}", "canary-access-token-" + name);
        for (Map.Entry<String, JsonNode> member : profile().properties()) {
            String blank = "{profile." + member.getKey() + "}";
            if (calls().toString().contains(blank)) own.remove(member.getKey());
            filled = filled.replace(blank, member.getValue().toString());
        }
        return filled.replace("{profile}", own.toString());
    }

    private static String text(JsonNode answer) {
        return answer.isTextual() ? answer.textValue() : answer.toString();
    }
}

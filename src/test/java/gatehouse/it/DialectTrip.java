package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Received;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A stranger's trip to a provider that speaks a dialect, and what that provider was sent on it. */
record DialectTrip(Phrasebook book, FakeProvider fake, Visitor visitor, URI departure) {

    static DialectTrip begin(Phrasebook book, FakeProvider fake, String slug) {
        return begin(book, fake, slug, House.here().visitor());
    }

    static DialectTrip begin(Phrasebook book, FakeProvider fake, String slug, Visitor visitor) {
        return new DialectTrip(book, fake, visitor, Trip.begin(visitor, slug).departure().location());
    }

    /** Goes there and is sent home; a page there that reads its own fragment does so. */
    URI home() {
        String there = departure.toString();
        return visitor.get(URI.create(inFragment() ? there.replaceFirst("#/?\\?", "?") : there)).location();
    }

    private boolean inFragment() {
        return book.leaves().path("inFragment").booleanValue();
    }

    private Parameters asked() {
        return Parameters.of(inFragment() ? departure.getRawFragment().replaceFirst("^/?\\?", "") : departure.getRawQuery());
    }

    /** The browser was sent off as the provider wants it, and home to that address. */
    void leftFor(String redirect) {
        assertEquals(fake.at(book.leaves().path("path").textValue()), departure.toString().split("[?#]")[0]);
        ObjectNode expected = book.leaves().path("with").deepCopy();
        expected.put("state", "{random}").put(book.redirect(), "{redirect}");
        assertEquals(expected, new Blanks(fake, "", redirect).in(asked()));
        if (!inFragment()) assertEquals(book.leaves().path("fragment").asText(null), departure.getFragment());
    }

    /** The provider was asked exactly what its dialect has, once each, and nothing else. */
    void sent(URI home) {
        Parameters answer = Parameters.of(home.getRawQuery());
        Blanks blanks = new Blanks(fake, answer.one(book.returns()), asked().one(book.redirect()));
        for (JsonNode call : book.calls()) compare(call, only(call.path("to").textValue()), blanks);
        long others = fake.received().stream().map(Received::path).filter(path -> path.endsWith("/openid-configuration") || path.equals("/jwks")).count();
        assertEquals(1 + book.calls().size() + others, fake.received().size());
        assertTrue(book.oidc() || others == 0);
        asked().first("code_challenge").ifPresent(challenge -> assertEquals(challenge, s256(verifier(only(book.calls().get(0).path("to").textValue())))));
    }

    private Received only(String to) {
        List<Received> found = fake.received(to.split(" ")[1]);
        assertEquals(List.of(to.split(" ")[0]), found.stream().map(Received::method).toList(), to);
        return found.get(0);
    }

    private static void compare(JsonNode call, Received sent, Blanks blanks) {
        assertEquals(wanted(call, "query"), blanks.in(sent.query()), sent::target);
        if (call.has("json")) assertEquals(call.path("json"), blanks.in(Phrasebook.json(sent.body())), sent::target);
        else assertEquals(wanted(call, "form"), blanks.in(sent.form()), sent::target);
        for (Map.Entry<String, JsonNode> header : call.path("headers").properties()) {
            assertEquals(Optional.ofNullable(header.getValue().textValue()), sent.header(header.getKey()).map(blanks::in), header.getKey());
        }
    }

    private static JsonNode wanted(JsonNode call, String part) {
        return call.has(part) ? call.path(part) : JsonNodeFactory.instance.objectNode();
    }

    private static String verifier(Received token) {
        return token.body().startsWith("{") ? Phrasebook.json(token.body()).path("code_verifier").textValue() : token.form().one("code_verifier");
    }

    private static String s256(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

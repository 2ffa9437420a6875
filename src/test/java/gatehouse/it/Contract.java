package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

/** Our OpenAPI document: what each JSON address promises to answer. */
final class Contract {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final JsonNode DOCUMENT = read();

    private Contract() {
    }

    private static JsonNode read() {
        try (InputStream document = Contract.class.getResourceAsStream("/openapi.json")) {
            return JSON.readTree(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when the answer of a described address is not as the document says; others are not looked at. */
    static void check(String method, String address, Page page) {
        String path = address.replaceAll("\\?.*", "");
        operation(method, path).ifPresent(operation -> {
            JsonNode answers = operation.get("responses");
            check(answers.has(Integer.toString(page.status())) ? answers.get(Integer.toString(page.status())) : answers.path("default"), method + " " + address, page);
        });
    }

    private static Optional<JsonNode> operation(String method, String path) {
        return StreamSupport.stream(((Iterable<String>) DOCUMENT.get("paths")::fieldNames).spliterator(), false)
                .filter(template -> path.matches(template.replaceAll("\\{\\w+}", "[^/]+"))).sorted((one, other) -> one.contains("{") ? 1 : -1)
                .map(template -> DOCUMENT.get("paths").get(template).get(method.toLowerCase(Locale.ROOT))).filter(found -> found != null).findFirst();
    }

    private static void check(JsonNode answer, String what, Page page) {
        JsonNode described = answer.has("$ref") ? DOCUMENT.at(answer.get("$ref").textValue().substring(1)) : answer;
        assertTrue(page.header("X-Gatehouse-Reference").orElse("").matches("[A-Za-z0-9]{8}"), () -> what + " has no reference: " + page.headers());
        assertEquals(1, page.headers().allValues("X-Gatehouse-Reference").size(), what);
        String type = described.get("content").fieldNames().next();
        assertEquals(type, page.header("Content-Type").orElse("").split(";")[0], () -> what + "\n" + page.text());
        if (!type.equals("application/json")) return;
        ObjectNode schema = described.at("/content/application~1json/schema").deepCopy();
        schema.set("components", DOCUMENT.get("components"));
        JsonSchema checked = SCHEMAS.getSchema(schema, SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        try {
            Set<ValidationMessage> broken = checked.validate(JSON.readTree(page.body()));
            assertEquals(Set.of(), broken, () -> what + " " + page.status() + "\n" + page.text());
        } catch (IOException e) {
            throw new AssertionError(what + " answered no JSON: " + page.text(), e);
        }
    }
}

package gatehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gatehouse.Sitemap.Door;
import gatehouse.Sitemap.Who;
import gatehouse.web.Api;
import org.junit.jupiter.api.Test;

/** The OpenAPI document tells of exactly the JSON addresses that the classes declare, and of who may use them. */
class OpenApiTest {

    private static final JsonNode DOCUMENT = read();

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(new File("src/main/resources/openapi.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code GET /api/me} and who may use it. */
    private static Map<String, Who> declared() {
        Map<String, Who> declared = new TreeMap<>();
        DeclaredDoors.all().stream().filter(door -> Api.serves(door.address()))
                .forEach(door -> door.methods().forEach(method -> declared.put(method + " " + door.address(), door.who())));
        return declared;
    }

    private static Map<String, JsonNode> told() {
        Map<String, JsonNode> told = new TreeMap<>();
        DOCUMENT.get("paths").properties().forEach(path -> path.getValue().properties()
                .forEach(verb -> told.put(verb.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(), verb.getValue())));
        return told;
    }

    @Test
    void it_tells_of_every_json_address_and_of_no_other() {
        assertEquals(String.join("\n", declared().keySet()), String.join("\n", told().keySet()));
        assertTrue(declared().size() > 20, "the addresses were not found");
    }

    @Test
    void it_says_who_may_use_each() {
        Map<String, JsonNode> told = told();
        declared().forEach((address, who) -> {
            String security = told.get(address).get("security").toString();
            String scope = who == Who.ADMIN ? "admin" : "profile";
            if (who == Who.ALL) assertEquals("[{}]", security, address);
            else if (security.contains("token")) assertEquals("[{'token':['S']},{'alist':['S']},{'basic':['S']},{'cookie':[]}]".replace('\'', '"').replace("S", scope), security, address);
            else assertEquals("[{\"cookie\":[]}]", security, address);
        });
    }

    @Test
    void what_needs_a_fresh_sign_in_refuses_tokens() {
        Map<String, JsonNode> told = told();
        Set<Door> fresh = DeclaredDoors.all().stream().filter(door -> door.fresh() && Api.serves(door.address())).collect(Collectors.toSet());
        assertTrue(fresh.size() > 2, "the addresses were not found");
        fresh.forEach(door -> door.methods().forEach(method ->
                assertEquals("[{\"cookie\":[]}]", told.get(method + " " + door.address()).get("security").toString(), door.address())));
    }

    @Test
    void its_path_parameters_are_those_of_the_address() {
        told().forEach((address, operation) -> {
            Set<String> inPath = Pattern.compile("\\{(\\w+)}").matcher(address).results().map(found -> found.group(1)).collect(Collectors.toSet());
            Set<String> named = new TreeSet<>();
            operation.path("parameters").forEach(one -> {
                if (one.get("in").textValue().equals("path")) named.add(one.get("name").textValue());
            });
            assertEquals(inPath, named, address);
        });
    }

    @Test
    void every_reference_leads_somewhere() {
        Set<String> broken = new TreeSet<>();
        DOCUMENT.findValuesAsText("$ref").forEach(reference -> {
            if (DOCUMENT.at(reference.substring(1)).isMissingNode()) broken.add(reference);
        });
        assertEquals(Set.of(), broken);
        Set<String> named = DOCUMENT.findValuesAsText("$ref").stream().map(reference -> reference.substring(reference.lastIndexOf('/') + 1)).collect(Collectors.toSet());
        DOCUMENT.at("/components/schemas").fieldNames().forEachRemaining(schema -> assertTrue(named.contains(schema), schema + " is used nowhere"));
    }
}

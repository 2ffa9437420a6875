package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The mapping tester on a provider's page, as the button asks it. */
@InHouse
class MappingTesterIT {

    @Test
    @DisplayName("U-21 trying a mapping says what sign-in would do, and saves nothing")
    void a_try_saves_nothing() {
        try (Stage stage = Stage.open()) {
            String slug = stage.oauth("Tester", "mappingType", "CUSTOM", "ruleSubject", "$.id", "ruleName", "$.login", "ruleEmail", "$.mail").slug();
            Page before = stage.admin().visitor().get("/admin/providers/" + slug);
            String ask = before.html().selectFirst("#try").attr("formaction");
            assertEquals("/admin/providers/" + slug + "/mapping", ask);
            Page tried = stage.admin().visitor().submit(before.formTo("/admin/providers/" + slug).sentTo(ask)
                    .with("name", "Another name", "ruleName", "/login", "sample", "{\"id\":9007199254740993,\"login\":\"tess\",\"mail\":\"t@example.com\"}"));
            assertEquals(200, tried.status());
            String verdict = tried.html().selectFirst("#tested").text();
            assertTrue(verdict.contains("tess") && verdict.contains("9007199254740993") && verdict.contains("JSON Pointer"), verdict);
            Form after = stage.admin().provider(slug);
            assertEquals("Tester", after.value("name"));
            assertEquals("$.login", after.value("ruleName"));
            assertEquals(before.formTo("/admin/providers/" + slug).value("version"), after.value("version"));
        }
    }
}

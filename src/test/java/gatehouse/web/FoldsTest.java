package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider's page folds what most people leave as it is, and nothing that somebody has to see. */
class FoldsTest {

    private static Map<String, Object> sample(String name) {
        return Samples.all().stream().filter(one -> one.toString().equals("provider/form.ftlh " + name)).findFirst().orElseThrow().model();
    }

    private static List<String> open(Map<String, Object> model) throws IOException {
        return Jsoup.parse(Press.open().print("provider/form.ftlh", model, "en")).select("details[open] > summary h2").eachAttr("id");
    }

    @Test
    void a_new_provider_of_a_preset_has_nothing_unfolded() throws IOException {
        assertEquals(List.of(), open(sample("preset")));
    }

    @Test
    void what_is_somebodys_own_stands_open() throws IOException {
        assertEquals(List.of("mapping", "looks", "network"), open(sample("ordinary")));
    }

    @ParameterizedTest
    @CsvSource({"deadline, network", "outgoingProxy, network", "caCertificate, network", "icon, looks", "iconUrl, looks", "sample, mapping", "ruleName, mapping", "rules, mapping"})
    void a_problem_opens_its_part(String field, String part) throws IOException {
        Map<String, Object> model = new HashMap<>(sample("preset"));
        model.put("problems", Map.of(field, "Mend this."));
        assertEquals(List.of(part), open(model));
    }
}

package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** The summary of what is wrong with a provider's form follows the fields down the page. */
class FieldOrderTest {

    private static final Path FORM = Path.of("src/main/java/gatehouse/provider/ProviderForm.java");

    private static List<String> order() throws IOException {
        String list = Files.readString(FORM).replaceAll("(?s).*ORDER = List\\.of\\((.*?)\\);.*", "$1");
        return Pattern.compile("\"(\\w+)\"").matcher(list).results().map(found -> found.group(1)).toList();
    }

    @Test
    void the_order_is_that_of_the_page() throws IOException {
        List<String> order = order();
        for (String name : List.of("warnings", "stakes", "conflict", "ordinary")) {
            Samples.Sample sample = Samples.all().stream().filter(one -> one.toString().equals("provider/form.ftlh " + name)).findFirst().orElseThrow();
            String page = Press.open().print(sample.view(), sample.model(), "en");
            Stream<String> ids = Pattern.compile(" id=\"([^\"]+)\"").matcher(page).results().map((MatchResult found) -> found.group(1));
            List<String> shown = ids.filter(order::contains).toList();
            assertEquals(order.stream().filter(shown::contains).toList(), shown, name);
        }
    }

    @Test
    void problems_are_put_in_order_and_none_is_lost() {
        Problems problems = new Problems();
        List.of("z", "b", "a").forEach(field -> problems.add(field, "k"));
        assertEquals(List.of("a", "b", "z"), List.copyOf(problems.inOrder(List.of("a", "b", "c")).byField().keySet()));
    }
}

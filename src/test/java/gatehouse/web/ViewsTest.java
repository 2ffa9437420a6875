package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every view with ordinary, empty, wrong and hostile data, in every language. The pages are left in target/pages, to be looked at. */
class ViewsTest {

    static final Path PAGES = Path.of("target/pages");
    private static Press press;

    @BeforeAll
    static void open() throws IOException {
        press = Press.open();
        dress();
    }

    /** Lays what pages load beside them. */
    static void dress() throws IOException {
        Files.createDirectories(PAGES.resolve("icons"));
        for (String file : List.of("gatehouse.css", "gatehouse.js", "icons/favicon.svg"))
            Files.copy(Path.of("src/main/webapp/static", file), PAGES.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    static Stream<Samples.Sample> samples() {
        return Samples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    @DisplayName("V-01 V-03 V-07 every page is well made and escapes whatever it is given")
    void every_page_is_well_made_and_escapes(Samples.Sample sample) throws IOException {
        for (String language : List.of("en", "zh", "uk")) {
            String page = press.print(sample.view(), sample.model(), language);
            Files.writeString(PAGES.resolve(sample.file(language)), page);
            escaped(page);
            wellMade(page);
            labelled(page);
            protectedForms(page);
        }
    }

    @Test
    void a_page_with_problems_says_so_in_its_title() throws IOException {
        Samples.Sample sample = Samples.all().stream().filter(s -> s.toString().equals("provider/form.ftlh error")).findFirst().orElseThrow();
        assertTrue(press.print(sample.view(), sample.model(), "en").contains("<title>Error: "));
    }

    private static void escaped(String page) {
        assertFalse(page.contains("<script>"), "a script came through");
        assertFalse(page.contains("<img src=x"), "an element came through");
        assertFalse(page.contains("\"'>"), "an attribute was left");
        assertFalse(page.contains("<!--"), "a comment came through");
    }

    private static void wellMade(String page) {
        assertEquals(1, count(page, "<h1[ >]"));
        assertEquals(1, count(page, "<title>"));
        assertEquals(1, count(page, "<main id=\"main\""));
        assertEquals(0, count(page.replaceAll("\"[^\"]*\"", "\"\""), "<[^>]* (style|on[a-z]+)="), "inline style or handler");
        assertEquals(1, count(page, "<script "), "one script, and only by address");
        Set<String> ids = new HashSet<>();
        all(page, " id=\"([^\"]*)\"").forEach(id -> assertTrue(ids.add(id.group(1)), "twice: " + id.group(1)));
        all(page, " (?:for|aria-labelledby|aria-describedby|data-copy)=\"([^\"]*)\"").flatMap(m -> Stream.of(m.group(1).split(" ")))
            .forEach(id -> assertTrue(ids.contains(id), "points nowhere: " + id));
    }

    private static void labelled(String page) {
        all(page, "<(?:input|select|textarea)\\b[^>]*>").map(MatchResult::group)
            .filter(field -> !field.matches("(?s).*type=\"(hidden|checkbox|radio)\".*") && !field.contains("aria-hidden"))
            .forEach(field -> assertTrue(field.contains("aria-label=") || page.contains("for=\"" + field.replaceAll("(?s).* id=\"([^\"]*)\".*", "$1") + "\""), field));
    }

    private static void protectedForms(String page) {
        all(page, "(?s)<form.*?</form>").map(MatchResult::group).filter(form -> !form.startsWith("<form method=\"get\" role=\"search\"")).forEach(form -> {
            assertTrue(form.contains("method=\"post\""), form);
            assertEquals(1, count(form, "name=\"csrf\""), form);
        });
    }

    private static Stream<MatchResult> all(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results();
    }

    private static long count(String page, String pattern) {
        return all(page, pattern).count();
    }
}

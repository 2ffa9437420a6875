package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.AtOnce;
import gatehouse.it.Axe;
import gatehouse.it.Chromium;
import gatehouse.it.Look;
import gatehouse.it.Looks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every state of every page that has a sample, also those that are hard to bring about: what WCAG 2.2 AA forbids is in none of them. */
@Looks
class SampledPagesIT {

    /** More would only wait for each other where there are two cores. */
    private static final int BROWSERS = 2;

    @Test
    @DisplayName("axe-core finds nothing on any sample of any page, light and dark")
    void no_state_of_a_page_is_inaccessible() throws Exception {
        List<Path> pages = printed();
        List<List<String>> found = AtOnce.all(BROWSERS, at -> () -> found(IntStream.range(0, pages.size()).filter(i -> i % BROWSERS == at).mapToObj(pages::get).toList()));
        assertEquals(List.of(), found.stream().flatMap(List::stream).toList());
    }

    private static List<Path> printed() throws IOException {
        ViewsTest.dress();
        Press press = Press.open();
        List<Path> pages = new ArrayList<>();
        for (Samples.Sample sample : Samples.all()) {
            if (sample.name().endsWith("-hostile")) continue;
            Path page = ViewsTest.PAGES.resolve(sample.file("en")).toAbsolutePath();
            pages.add(Files.writeString(page, press.print(sample.view(), sample.model(), "en")));
        }
        return pages;
    }

    private static List<String> found(List<Path> pages) {
        List<String> found = new ArrayList<>();
        try (Chromium chromium = Chromium.open()) {
            for (Path page : pages) {
                chromium.open(page.toUri());
                Axe.violations(chromium.wear(Look.ORDINARY)).forEach(one -> found.add(page.getFileName() + " " + one));
                Axe.violationsOfColour(chromium.wear(Look.ORDINARY.inTheDark())).forEach(one -> found.add(page.getFileName() + " in the dark " + one));
            }
        }
        return found;
    }
}

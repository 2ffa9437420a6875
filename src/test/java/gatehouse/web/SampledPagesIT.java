package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.it.Axe;
import gatehouse.it.Chromium;
import gatehouse.it.Look;
import gatehouse.it.Looks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Every state of every page that has a sample, also those that are hard to bring about: what WCAG 2.2 AA forbids is in none of them. */
@Looks
class SampledPagesIT {

    @Test
    @DisplayName("axe-core finds nothing on any sample of any page, light and dark")
    void no_state_of_a_page_is_inaccessible() throws IOException {
        ViewsTest.dress();
        Press press = Press.open();
        List<String> found = new ArrayList<>();
        try (Chromium chromium = Chromium.open()) {
            for (Samples.Sample sample : Samples.all()) {
                if (sample.name().endsWith("-hostile")) continue;
                Path page = ViewsTest.PAGES.resolve(sample.file("en")).toAbsolutePath();
                Files.writeString(page, press.print(sample.view(), sample.model(), "en"));
                chromium.open(page.toUri());
                Axe.violations(chromium.wear(Look.ORDINARY)).forEach(one -> found.add(sample + " " + one));
                Axe.violationsOfColour(chromium.wear(Look.ORDINARY.inTheDark())).forEach(one -> found.add(sample + " in the dark " + one));
            }
        }
        assertEquals(List.of(), found);
    }
}

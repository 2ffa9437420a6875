package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Answer;
import gatehouse.it.provider.FakeProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@Looks
class ChromiumIT {

    private static final String PAGE = "<style>@media (prefers-color-scheme: dark) { h1 { text-transform: uppercase } }</style><h1>Night</h1>";

    @Test
    void language_scheme_and_width_are_the_ones_asked_for() throws Exception {
        Path picture = Path.of("target/screenshots/harness.png");
        try (FakeProvider provider = FakeProvider.oauth("localhost").tell("/page", Answer.html(PAGE));
                Chromium chromium = Chromium.open(Look.ORDINARY.speaking("zh-CN").inTheDark().wide(400))) {
            assertEquals("NIGHT", chromium.open(provider.at("/page")).h1());
            assertEquals("Night", chromium.wear(Look.ORDINARY).h1());
            assertEquals(400L, chromium.wear(Look.ORDINARY.wide(400)).driver().executeScript("return innerWidth"));
            assertTrue(provider.received("/page").get(0).header("Accept-Language").orElseThrow().startsWith("zh-CN"));
            chromium.screenshot(picture);
        }
        assertTrue(Files.size(picture) > 0);
    }
}

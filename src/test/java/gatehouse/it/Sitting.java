package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.List;

/** One browser's way through pages: each is photographed, asked for violations of WCAG 2.2 AA, and made narrow. */
record Sitting(Chromium chromium, String language) {

    private static final Path PICTURES = Path.of("target/pictures");

    void show(String path, String name) {
        chromium.open(House.here().address() + path);
        picture(name);
    }

    void press(String css, String name) {
        chromium.pressAt(css);
        picture(name);
    }

    /** English wide in both schemes, the others narrow, where rows are cards; to see a page at 640 pixels is to see it at 200 %. */
    void picture(String name) {
        Look look = Look.ORDINARY.speaking(language);
        chromium.picture(PICTURES.resolve(name + "-" + language + ".png"), look);
        if (language.equals("en")) accessible(name);
        if (language.equals("en")) chromium.picture(PICTURES.resolve(name + "-dark.png"), look.inTheDark());
        if (language.equals("en")) accessible(name + " in the dark");
        chromium.picture(PICTURES.resolve(name + "-400-" + language + ".png"), look.wide(400));
        if (!language.equals("en")) accessible(name + " at 400 pixels in " + language);
        for (int width : new int[] {320, 400, 640, 1024}) assertFalse(chromium.wear(look.wide(width)).overflows(), name + " is wider than " + width + " pixels in " + language);
        chromium.wear(look);
    }

    private void accessible(String page) {
        assertEquals(List.of(), Axe.violations(chromium), page);
    }
}

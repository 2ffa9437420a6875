package gatehouse.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One browser's way through pages: each is photographed, asked for violations of WCAG 2.2 AA, and made narrow. @param wrong what was found */
record Sitting(Chromium chromium, String language, List<String> wrong) {

    private static final Path PICTURES = Path.of("target/pictures");

    Sitting(Chromium chromium, String language) {
        this(chromium, language, new ArrayList<>());
    }

    void show(String path, String name) {
        chromium.open(House.here().address() + path);
        picture(name);
    }

    void press(String css, String name) {
        chromium.pressAt(css);
        picture(name);
    }

    /** Axe sees English wide and Chinese narrow, where rows are cards; the dark is SampledPagesIT's. 640 pixels are this window at 200 %. */
    void picture(String name) {
        Look look = Look.ORDINARY.speaking(language);
        chromium.picture(PICTURES.resolve(name + "-" + language + ".png"), look);
        if (language.equals("en")) accessible(name);
        if (language.equals("en")) chromium.picture(PICTURES.resolve(name + "-dark.png"), look.inTheDark());
        chromium.picture(PICTURES.resolve(name + "-400-" + language + ".png"), look.wide(400));
        if (language.equals("zh-CN")) accessible(name + " at 400 pixels in " + language);
        for (int width : new int[] {320, 400, 640, 1024}) if (chromium.wear(look.wide(width)).overflows()) wrong.add(name + " is wider than " + width + " pixels in " + language);
        chromium.wear(look);
    }

    private void accessible(String page) {
        Axe.violations(chromium).forEach(one -> wrong.add(page + ": " + one));
    }
}

package gatehouse.it;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One browser's way through pages: each is asked for violations of WCAG 2.2 AA, and made narrow. @param wrong what was found */
record Sitting(Chromium chromium, String language, List<String> wrong) {

    /** Where pictures are left, when somebody asks for them by -Dgatehouse.pictures. */
    private static final Optional<Path> PICTURES = Optional.ofNullable(System.getProperty("gatehouse.pictures")).map(Path::of);

    Sitting(Chromium chromium, String language) {
        this(chromium, language, new ArrayList<>());
    }

    void show(String path, String name) {
        chromium.open(House.here().address() + path);
        look(name);
    }

    void press(String css, String name) {
        chromium.pressAt(css);
        look(name);
    }

    /** Axe sees English wide and Chinese narrow, where rows are cards; the dark is SampledPagesIT's. 640 pixels are this window at 200 %. */
    void look(String name) {
        Look look = Look.ORDINARY.speaking(language);
        if (language.equals("en")) accessible(name);
        for (int width : new int[] {1024, 640, 400, 320}) if (chromium.wear(look.wide(width)).overflows()) wrong.add(name + " is wider than " + width + " pixels in " + language);
        if (language.equals("zh-CN")) accessible(name + " at 320 pixels in " + language);
        PICTURES.ifPresent(folder -> pictures(folder.resolve(name + "-" + language), look));
        chromium.wear(look);
    }

    private void pictures(Path name, Look look) {
        chromium.picture(Path.of(name + ".png"), look);
        if (language.equals("en")) chromium.picture(Path.of(name + "-dark.png"), look.inTheDark());
        chromium.picture(Path.of(name + "-400.png"), look.wide(400));
    }

    private void accessible(String page) {
        Axe.violations(chromium).forEach(one -> wrong.add(page + ": " + one));
    }
}

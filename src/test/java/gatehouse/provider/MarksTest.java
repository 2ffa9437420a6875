package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gatehouse.icon.Icon;
import gatehouse.icon.IconChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {

    private static final Path MARKS = Path.of("src/main/webapp/static/marks");
    @TempDir
    Path data;

    @Test
    void every_preset_has_a_mark_that_could_be_uploaded_as_well() throws IOException {
        Set<String> marked = Presets.all().stream().filter(preset -> !preset.mark().isEmpty()).map(Preset::slug).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(MARKS)) {
            assertEquals(new TreeSet<>(marked), files.map(file -> file.getFileName().toString().replace(".svg", "")).collect(Collectors.toCollection(TreeSet::new)));
        }
        assertEquals(Presets.all().size() - 2, marked.size(), "those two stand for any provider");
        for (String slug : marked) assertEquals("image/svg+xml", Icon.of(Files.readAllBytes(MARKS.resolve(slug + ".svg"))).type());
    }

    @Test
    void a_provider_shows_the_mark_of_its_preset_until_it_has_an_icon_of_its_own() {
        Workshop workshop = new Workshop(data);
        assertTrue(workshop.add(Filled.custom().with("preset", "github")).icon().startsWith("/static/marks/github.svg?"));
        assertEquals("", workshop.add(Filled.custom().with("name", "Other")).icon());
        assertEquals("", workshop.add(Filled.custom().with("name", "Any").with("preset", "oidc")).icon());
        Icon dot = Icon.of("<svg xmlns='http://www.w3.org/2000/svg'><circle r='3'/></svg>".getBytes());
        workshop.ledgers.in(() -> workshop.ledgers.bean(Icons.class).along(IconChange.to(dot), Filled.ME, () -> workshop.providers.named("acme")));
        assertEquals("/icons/acme/" + dot.hash(), workshop.saved("acme").icon());
    }
}

package gatehouse.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the views are tried with: src/test/resources/views/room/page.json holds the named models of room/page.ftlh. */
final class Samples {

    static final String HOSTILE = "</script><script>alert(1)</script><!--<script>\u2028\"'><img src=x onerror=alert(1)>";
    /** Values that are ours and never typed: words of a closed list, slugs, addresses of our own. */
    private static final Set<String> OURS = Set.of("slug", "path", "protocol", "style", "kind", "authentication", "redirectStyle", "mappingType",
        "registration", "mode", "confinement", "theme", "href", "again", "id", "use", "icon", "scopes", "terms", "step");

    record Sample(String view, String name, Map<String, Object> model) {

        String file(String language) {
            return view.replace('/', '-').replace(".ftlh", "") + "-" + name + "." + language + ".html";
        }

        Sample hostile() {
            return new Sample(view, name + "-hostile", spoil(model));
        }

        @Override
        public String toString() {
            return view + " " + name;
        }
    }

    static List<Sample> all() {
        return views().stream().flatMap(Samples::of).flatMap(sample -> Stream.of(sample, sample.hostile())).toList();
    }

    /** The pages: every view that is not a part of another. */
    static List<String> views() {
        try (Stream<Path> files = Files.walk(Press.VIEWS)) {
            return files.filter(Files::isRegularFile).filter(Samples::page).map(file -> Press.VIEWS.relativize(file).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean page(Path file) {
        try {
            return Files.readString(file).matches("(?s).*<@l\\.(page|gate) .*");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Sample> of(String view) {
        Path file = Path.of("src/test/resources/views", view.replace(".ftlh", ".json"));
        try {
            Map<String, Map<String, Object>> models = new ObjectMapper().readValue(file.toFile(), new TypeReference<>() { });
            return models.entrySet().stream().map(entry -> new Sample(view, entry.getKey(), entry.getValue()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> spoil(Map<?, ?> model) {
        Map<String, Object> spoilt = new LinkedHashMap<>();
        model.forEach((key, value) -> spoilt.put((String) key, OURS.contains(key) ? value : spoil(value)));
        return spoilt;
    }

    private static Object spoil(Object value) {
        if (value instanceof Map<?, ?> map) return spoil(map);
        if (value instanceof List<?> list) return list.stream().map(Samples::spoil).toList();
        return value instanceof String text ? text + HOSTILE : value;
    }

    private Samples() {
    }
}

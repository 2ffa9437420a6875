package gatehouse.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** setup/container/compose.yml, read by a YAML parser that refuses doubled keys. */
record Compose(Map<String, Object> tree) {

    static Compose read() {
        LoaderOptions strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new Compose(new Yaml(new SafeConstructor(strict)).load(Code.read(Path.of("setup/container/compose.yml"))));
    }

    /** What stands at these keys, one below the other. */
    @SuppressWarnings("unchecked")
    <T> T at(String... keys) {
        Object here = tree;
        for (String key : keys) {
            here = ((Map<String, Object>) here).get(key);
            if (here == null) throw new AssertionError("compose.yml has no " + String.join(".", keys));
        }
        return (T) here;
    }

    Map<String, String> environment(String service) {
        return at("services", service, "environment");
    }

    /** Each as {@code source:target}, and perhaps {@code :ro}. */
    List<String[]> volumes(String service) {
        List<String> lines = at("services", service, "volumes");
        return lines.stream().map(line -> line.split(":")).toList();
    }
}

package gatehouse.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A program written by others: where its name in capitals says (CADDY=/opt/caddy), else on the PATH, else among those of the system. */
public record Tool(String name) {

    public Optional<Path> find() {
        String named = System.getenv(name.toUpperCase(Locale.ROOT));
        Stream<Path> usual = Stream.concat(Arrays.stream(System.getenv("PATH").split(":")), Stream.of("/usr/sbin")).map(folder -> Path.of(folder, name));
        return (named == null ? usual : Stream.of(Path.of(named))).filter(Files::isExecutable).findFirst();
    }

    public String path() {
        return find().orElseThrow(() -> new IllegalStateException("no " + name)).toString();
    }

    /** The first line that it prints when it is asked so. */
    public String says(String word) {
        try {
            Process process = new ProcessBuilder(path(), word).redirectErrorStream(true).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package gatehouse.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Predicate;

/** A list that ships beside these classes: UTF-8, one entry a line, remarks begin with "# ". */
final class Resource {

    private Resource() {
    }

    static List<String> lines(String name) {
        try (var in = new BufferedReader(new InputStreamReader(Resource.class.getResourceAsStream(name), UTF_8))) {
            return in.lines().filter(Predicate.not(line -> line.startsWith("# "))).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

package gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** house.txt, read: the rooms in their order with what each may name, and who may know which library. */
record HousePlan(List<Line> lines) {

    /** One line: its kind, its subject, and what is granted; without a colon, all that it names. */
    record Line(String kind, String subject, List<String> granted) {

        static Line of(String text) {
            String[] halves = text.split(":", 2);
            List<String> words = words(halves[0]);
            return new Line(words.get(0), words.get(1), halves.length == 1 ? words.subList(1, words.size()) : words(halves[1]));
        }

        private static List<String> words(String text) {
            return Stream.of(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList();
        }
    }

    static HousePlan read() {
        try (Stream<String> all = Files.lines(Path.of("src/test/resources/house.txt"))) {
            return new HousePlan(all.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).map(Line::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the cellar up: the first is the one that all others stand on. */
    List<String> rooms() {
        return of("room").map(Line::subject).toList();
    }

    boolean grants(String room, String other) {
        return of("room").anyMatch(line -> line.subject().equals(room) && line.granted().contains(other));
    }

    Map<String, List<String>> rings() {
        List<String> rooms = rooms();
        return of("room").collect(Collectors.toMap(Line::subject,
                line -> line.granted().stream().filter(other -> !rooms.subList(0, rooms.indexOf(line.subject())).contains(other)).toList()));
    }

    List<Line> libraries() {
        return of("only").toList();
    }

    /** Classes that are public though no other room names them. */
    Set<String> openly() {
        return named("public");
    }

    /** Classes that may be longer than 200 lines. */
    Set<String> large() {
        return named("large");
    }

    private Set<String> named(String kind) {
        return of(kind).flatMap(line -> line.granted().stream()).collect(Collectors.toSet());
    }

    private Stream<Line> of(String kind) {
        return lines.stream().filter(line -> line.kind().equals(kind));
    }
}

package gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** sitemap.txt, read: one door for each line. */
public final class Sitemap {

    /** Who may use a door. */
    public enum Who { ALL, PROVIDER, OPERATORS, USER, ADMIN }

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

    private Sitemap() {
    }

    /**
     * One address.
     *
     * @param address as JAX-RS or a servlet declares it: {@code /profile/bindings/{provider}/unbind}, {@code /status/*}
     * @param fresh   these methods need a sign-in at most 15 minutes old
     */
    public record Door(String address, Set<String> methods, Who who, boolean fresh) implements Comparable<Door> {

        public Door {
            methods = new TreeSet<>(methods);
        }

        /** Whether somebody who is not signed in is let in. */
        public boolean open() {
            return who != Who.USER && who != Who.ADMIN;
        }

        @Override
        public int compareTo(Door other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return address + " " + String.join(" ", methods) + " " + who.name().toLowerCase(java.util.Locale.ROOT) + (fresh ? " fresh" : "");
        }

        static Door of(String line) {
            List<String> words = Arrays.asList(line.split("\\s+"));
            List<String> methods = words.stream().filter(METHODS::contains).toList();
            Who who = Who.valueOf(words.get(1 + methods.size()).toUpperCase(java.util.Locale.ROOT));
            return new Door(words.get(0), Set.copyOf(methods), who, words.contains("fresh"));
        }
    }

    public static List<Door> read() {
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/sitemap.txt"))) {
            return lines.map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).map(Door::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

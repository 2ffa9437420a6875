package gatehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** bits.txt, read: the table from which the matrix of bits and methods is made, for the rules and for a real proxy. */
public final class BitTable {

    private static final int NOBODY = -1;

    /** One line of it. */
    public record Line(String mode, String deed, int bits) {

        static Line of(String text) {
            String[] words = text.split(" ");
            return new Line(words[0], words[1], words[2].equals("-") ? NOBODY : Integer.parseInt(words[2]));
        }

        public String method() {
            return deed.replaceAll("-(beside|across)$", "");
        }

        public boolean carries() {
            return method().equals("MOVE") || method().equals("COPY");
        }

        public boolean across() {
            return deed.endsWith("-across");
        }

        /** Whether somebody with that sum may. */
        public boolean allows(int sum) {
            return bits != NOBODY && (sum & bits) == bits;
        }

        @Override
        public String toString() {
            return mode + " " + deed + (bits == NOBODY ? " nobody" : " " + bits);
        }
    }

    private BitTable() {
    }

    public static List<Line> lines() {
        try (Stream<String> all = Files.lines(Path.of("src/test/resources/guard/bits.txt"))) {
            return all.filter(line -> !line.isBlank() && !line.startsWith("#")).map(Line::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

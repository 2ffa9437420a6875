package gatehouse.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What setup/ relies on: the names of settings that the program asks for, and the one file that can be run by itself. */
final class Code {

    private static final Pattern ASKED = Pattern.compile("\\b(?:find|text|setting)\\((?:\"GATEHOUSE_[A-Z_]+\", )?\"(gatehouse\\.[a-z.]+)\"");
    private static final Pattern MADE = Pattern.compile("destfile=\"\\$\\{project\\.build\\.directory}/([^\"]+)\"");

    private Code() {
    }

    /** As the environment writes them, such as GATEHOUSE_DB_URL. */
    static Set<String> settings() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(Files::isRegularFile).flatMap(file -> ASKED.matcher(read(file)).results()).map(found -> found.group(1))
                    .map(name -> name.replace('.', '_').toUpperCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code mvn package -Prunnable} makes, from the project's folder. */
    static String runnable() {
        return "target/" + only(MADE, read(Path.of("pom.xml")));
    }

    static String only(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) throw new AssertionError("nothing like " + pattern);
        String first = found.group(1);
        if (found.find()) throw new AssertionError("more than one " + pattern);
        return first;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

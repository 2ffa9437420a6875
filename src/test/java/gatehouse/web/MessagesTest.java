package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    private static final Set<String> ENGLISH = Tongue.read("en").stringPropertyNames();
    private static final String WORDS = words(Press.VIEWS) + words(Path.of("src/main/java"));
    /** Refusals and messages after a redirect are said by the rooms that are built next. */
    private static final Pattern DOORS = Pattern.compile("refused\\.|flash\\.|password\\.repeated\\.");

    @ParameterizedTest
    @ValueSource(strings = {"zh", "uk"})
    void every_language_has_the_same_texts(String language) {
        assertEquals(new TreeSet<>(ENGLISH), new TreeSet<>(Tongue.read(language).stringPropertyNames()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "uk"})
    void every_text_is_a_message_format_with_the_arguments_of_the_english_one(String language) {
        Properties english = Tongue.read("en"), texts = Tongue.read(language);
        texts.stringPropertyNames().forEach(key ->
            assertEquals(arguments(english.getProperty(key)), arguments(texts.getProperty(key)), key + " in " + language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh", "uk"})
    void an_apostrophe_is_written_twice(String language) {
        Properties texts = Tongue.read(language);
        assertEquals(List.of(), keys(key -> texts.getProperty(key).replace("''", "").replaceAll("'[{}]'", "").contains("'")));
    }

    @Test
    void no_text_that_a_view_names_is_missing() {
        Set<String> rooms = ENGLISH.stream().map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
        assertEquals(List.of(), Pattern.compile("\"([a-z]+)(\\.[a-z0-9-]+)+\"").matcher(words(Press.VIEWS)).results()
            .filter(found -> rooms.contains(found.group(1))).map(found -> found.group().replace("\"", "")).filter(key -> !ENGLISH.contains(key)).sorted().toList());
    }

    @Test
    void no_text_is_unused() {
        assertEquals(List.of(), keys(key -> !DOORS.matcher(key).lookingAt() && !named(key)));
    }

    /** By its whole key, or by a stem that something is put behind: label + "." + value + ".hint", "permission." + bit. */
    private static boolean named(String key) {
        int dot = key.lastIndexOf('.');
        return WORDS.contains('"' + key + '"') || WORDS.contains('"' + key + ".\"") || dot > 0 && named(key.substring(0, dot));
    }

    private static Set<String> arguments(String text) {
        return Pattern.compile("\\{\\d").matcher(new MessageFormat(text).toPattern()).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static List<String> keys(Predicate<String> wanted) {
        return ENGLISH.stream().filter(wanted).sorted().toList();
    }

    private static String words(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(MessagesTest::read).collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

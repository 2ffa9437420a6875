package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
    private static final String WORDS = words();

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
    void no_text_is_missing() {
        Set<String> named = Pattern.compile("\"((?:page|nav|theme|field|form|table|copy|permission|login|choose|again|problem|profile|password|setting"
            + "|confirm|address|provider|delete)\\.[a-z0-9.-]*[a-z0-9])\"").matcher(words(Press.VIEWS)).results().map(m -> m.group(1)).collect(Collectors.toSet());
        assertEquals(List.of(), named.stream().filter(key -> !ENGLISH.contains(key)).sorted().toList());
    }

    @Test
    void no_text_is_unused() {
        assertEquals(List.of(), keys(key -> !used(key)));
    }

    /** Named whole, or put together from a stem: "refused.csrf" + ".title", "permission." + bit, label + "." + value + ".hint". */
    private static boolean used(String key) {
        return Stream.iterate(key, stem -> stem.contains("."), stem -> stem.substring(0, stem.lastIndexOf('.')))
            .limit(3).filter(stem -> stem.equals(key) || stem.indexOf('.') > 0 || stem.equals("permission")).anyMatch(MessagesTest::named)
            || key.startsWith("permission.") || key.startsWith("choose.") || key.startsWith("theme.") || key.startsWith("refused.") || key.startsWith("flash.");
    }

    private static boolean named(String key) {
        return WORDS.contains('"' + key + '"') || WORDS.contains('"' + key + ".\"");
    }

    private static Set<String> arguments(String text) {
        return Stream.of(new MessageFormat(text)).flatMap(format -> Pattern.compile("\\{(\\d)").matcher(format.toPattern()).results())
            .map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> keys(Predicate<String> wanted) {
        return ENGLISH.stream().filter(wanted).sorted().toList();
    }

    private static String words() {
        return words(Press.VIEWS) + words(Path.of("src/main/java"));
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

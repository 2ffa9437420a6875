package gatehouse.setup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The unit, read by systemd itself where it is installed, and compared with what the program reads and the build makes. */
class SystemdTest {

    private static final Path FOLDER = Path.of("setup/systemd");
    private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");
    private static final String UNIT = Code.read(FOLDER.resolve("gatehouse.service"));
    private static final String ENVIRONMENT = Code.read(FOLDER.resolve("gatehouse.env"));

    private static String line(String key) {
        return Code.only(Pattern.compile("(?m)^" + key + "=(.*)$"), UNIT);
    }

    @Test
    void systemd_has_nothing_to_say_against_it(@TempDir Path folder) throws IOException, InterruptedException {
        String here = ProcessHandle.current().info().command().orElseThrow();
        Path unit = Files.writeString(folder.resolve("gatehouse.service"), UNIT.replace("=/usr/bin/java ", "=" + here + " "));
        assertEquals("", analyze("verify", unit.toString()));
    }

    @Test
    void systemd_counts_it_among_the_well_closed_ones() throws IOException, InterruptedException {
        String said = analyze("security", "--offline=yes", "--no-pager", FOLDER.resolve("gatehouse.service").toString());
        double exposure = Double.parseDouble(Code.only(Pattern.compile("Overall exposure level for gatehouse\\.service: (\\S+) "), said));
        assertTrue(exposure <= 2.0, said);
    }

    private static String analyze(String... words) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(ANALYZE), "no " + ANALYZE);
        List<String> command = new ArrayList<>(List.of(ANALYZE.toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertEquals(0, process.waitFor(), said);
        return said;
    }

    @Test
    void each_variable_is_a_setting_of_the_program() {
        Stream<String> ofUnit = Stream.of(line("Environment").split(" "));
        Stream<String> ofFile = ENVIRONMENT.lines().map(line -> line.replaceFirst("^#(?=GATEHOUSE_)", "")).filter(line -> !line.isBlank() && !line.startsWith("#"));
        Set<String> used = Stream.concat(ofUnit, ofFile).map(pair -> pair.split("=")[0]).collect(Collectors.toCollection(TreeSet::new));
        used.removeAll(Code.settings());
        assertEquals(Set.of(), used);
    }

    @Test
    void the_folder_that_systemd_keeps_is_the_one_of_the_data() {
        String data = "%S/" + line("StateDirectory");
        assertTrue(List.of(line("Environment").split(" ")).contains("GATEHOUSE_DATA=" + data));
        assertEquals(data, line("WorkingDirectory"));
    }

    @Test
    void the_readme_puts_each_file_where_the_unit_looks_for_it() {
        String readme = Code.read(FOLDER.resolve("README.md"));
        String jar = Code.only(Pattern.compile(" -jar (\\S+)$"), line("ExecStart"));
        assertTrue(readme.contains(Code.runnable() + " " + jar), jar);
        assertTrue(readme.contains("setup/systemd/gatehouse.env " + line("EnvironmentFile")), line("EnvironmentFile"));
    }
}

package gatehouse.it.guard;

import gatehouse.it.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One run of litmus.
 *
 * @param outcomes pass, WARNING (a pass too), FAIL or SKIPPED by "basic: 3 (put_get)", in the order of the tests
 * @param requests those that came with a name and password, as the proxy saw them
 */
record Litmus(Map<String, String> outcomes, List<Request> requests) {

    /** What nginx writes down of each request. */
    static final String LOG_FORMAT = "log_format litmus '$http_x_litmus|$http_x_litmus_second|$request_method|$status|$upstream_addr|$http_authorization';\n";
    private static final Pattern SUITE = Pattern.compile("-> running `(\\w+)':");
    private static final Pattern TEST = Pattern.compile(" *(\\d+)\\. (\\w+)\\.* (pass|FAIL|SKIPPED|WARNING).*");

    /** @param reached whether the server behind the proxy heard of it */
    record Request(String test, String method, int status, boolean reached) {

        /** A request of some test has its header; a few are sent past litmus's own client. */
        static Request of(String line) {
            String[] words = line.split("\\|", -1);
            String test = words[0].equals("-") ? words[1] : words[0];
            return new Request(test, words[2], Integer.parseInt(words[3]), !words[4].equals("-"));
        }

        boolean refused() {
            return status == 403 && !reached;
        }
    }

    /** @param log nginx's, in {@link #LOG_FORMAT}; emptied first. @param words address, and perhaps username and password */
    static Litmus run(Path folder, Path log, String... words) throws IOException, InterruptedException {
        if (Files.exists(log)) Files.write(log, new byte[0]);
        List<String> command = new ArrayList<>(List.of(new Tool("litmus").path(), "--keep-going"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        process.waitFor();
        List<String> lines = Files.exists(log) ? Files.readAllLines(log, StandardCharsets.ISO_8859_1) : List.of();
        return new Litmus(outcomes(said), lines.stream().filter(line -> !line.endsWith("|-")).map(Request::of).toList());
    }

    private static Map<String, String> outcomes(String said) {
        Map<String, String> outcomes = new LinkedHashMap<>();
        String suite = "";
        for (String line : said.split("\n")) {
            Matcher begins = SUITE.matcher(line);
            if (begins.matches()) suite = begins.group(1);
            Matcher test = TEST.matcher(line.substring(line.lastIndexOf('\r') + 1));
            if (test.matches()) outcomes.put(suite + ": " + test.group(1) + " (" + test.group(2) + ")", test.group(3));
        }
        return outcomes;
    }

    /** What the guard refused and what it let through, each method once. */
    Map<Boolean, Set<String>> methods() {
        return requests.stream().filter(one -> one.refused() || one.reached()).collect(Collectors.partitioningBy(Request::refused,
                Collectors.mapping(Request::method, Collectors.toCollection(TreeSet::new))));
    }

    /** Such as {@code FAIL 3/4}: the outcome, and how many of its requests were refused. */
    String cell(String test) {
        List<Request> mine = requests.stream().filter(one -> one.test().equals(test)).toList();
        return outcomes.getOrDefault(test, "not run") + " " + mine.stream().filter(Request::refused).count() + "/" + mine.size();
    }
}

package gatehouse.setup;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The instructions of setup/container/Containerfile, in their order. */
record Containerfile(List<Instruction> instructions) {

    private static final Set<String> KNOWN = Set.of("FROM", "RUN", "COPY", "USER", "WORKDIR", "ENV", "VOLUME", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT");

    record Instruction(String word, String rest) {

        static Instruction of(String line) {
            String[] halves = line.split("\\s+", 2);
            if (halves.length != 2 || !KNOWN.contains(halves[0])) throw new AssertionError("no instruction: " + line);
            return new Instruction(halves[0], halves[1].strip());
        }
    }

    static Containerfile read() {
        String text = Code.read(Path.of("setup/container/Containerfile")).replaceAll("\\\\\n\\s*", "");
        return new Containerfile(text.lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).map(Instruction::of).toList());
    }

    List<String> all(String word) {
        return instructions.stream().filter(one -> one.word().equals(word)).map(Instruction::rest).toList();
    }

    String only(String word) {
        List<String> all = all(word);
        if (all.size() != 1) throw new AssertionError(word + " stands there " + all.size() + " times");
        return all.get(0);
    }

    Map<String, String> environment() {
        return all("ENV").stream().flatMap(line -> Stream.of(line.split("\\s+"))).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }
}

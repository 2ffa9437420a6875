package gatehouse.benchmark;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What to measure: the words and flags of the command line. With {@code --users} it is the lists of the admin panel, with {@code --sessions}
 * the guard's checks, else people who come and go.
 *
 * @param jvm  what was asked for; empty for the usual
 * @param peer the program to be asked the same; empty for none
 */
record Options(Software software, boolean postgresql, Map<String, Integer> numbers, String jvm, String peer) {

    static final String USAGE = "setup/benchmark/run [payara|wildfly] [h2|postgresql] [--sign-ins N] [--warm-up N] [--load N] [--concurrency N] [--jvm \"…\"]\n"
            + "    [--users N | --sessions N [--peer " + Peer.NAME + "]]";
    private static final Map<String, Integer> MOST = Map.of("--sign-ins", 20_000, "--warm-up", 20_000, "--load", 20_000, "--concurrency", 64,
            "--users", 2_000_000, "--sessions", 1_000_000);
    private static final Map<String, Integer> USUAL = Map.of("--sign-ins", 1000, "--warm-up", 1500, "--load", 5000, "--concurrency", 2, "--users", 0, "--sessions", 0);

    Options {
        numbers = Map.copyOf(numbers);
    }

    /** @throws Unknown for a word that is not known or a number out of bounds */
    static Options of(List<String> words) {
        Options options = new Options(Software.PAYARA, false, USUAL, "", "");
        for (int i = 0; i < words.size(); i++) {
            boolean flag = words.get(i).startsWith("--");
            if (flag && i + 1 == words.size()) throw new Unknown(words.get(i) + " wants a value");
            options = flag ? options.with(words.get(i), words.get(++i)) : options.with(words.get(i));
        }
        return options;
    }

    private Options with(String word) {
        return switch (word) {
            case "payara", "wildfly" -> new Options(Software.valueOf(word.toUpperCase(Locale.ROOT)), postgresql, numbers, jvm, peer);
            case "h2", "postgresql" -> new Options(software, word.equals("postgresql"), numbers, jvm, peer);
            default -> throw new Unknown("not known: " + word);
        };
    }

    private Options with(String flag, String value) {
        if (flag.equals("--jvm")) return new Options(software, postgresql, numbers, value, peer);
        if (flag.equals("--peer") && value.equals(Peer.NAME)) return new Options(software, postgresql, numbers, jvm, value);
        if (!MOST.containsKey(flag)) throw new Unknown("not known: " + flag + " " + value);
        Map<String, Integer> changed = new HashMap<>(numbers);
        changed.put(flag, number(value, MOST.get(flag)));
        return new Options(software, postgresql, changed, jvm, peer);
    }

    private static int number(String text, int most) {
        int number = text.matches("[0-9]{1,7}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) throw new Unknown(text + " is not between 1 and " + most);
        return number;
    }

    /** A word that cannot be followed; the message says which. */
    static final class Unknown extends RuntimeException {

        private static final long serialVersionUID = 1;

        Unknown(String message) {
            super(message);
        }
    }

    int signIns() {
        return numbers.get("--sign-ins");
    }

    int warmUp() {
        return numbers.get("--warm-up");
    }

    int load() {
        return numbers.get("--load");
    }

    int concurrency() {
        return numbers.get("--concurrency");
    }

    int users() {
        return numbers.get("--users");
    }

    int sessions() {
        return numbers.get("--sessions");
    }

    /** As {@code mvn} starts it; checks, which come by the million, with the default compilers. */
    String machine() {
        if (!jvm.isEmpty()) return jvm;
        return sessions() > 0 ? "-XX:+UseSerialGC" : "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    }

    List<String> jvmWords() {
        return List.of(machine().strip().split("\\s+"));
    }
}

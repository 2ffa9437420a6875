package gatehouse.benchmark;

import java.util.List;
import java.util.Locale;

/** What to measure: the words and flags of the command line. With {@code users} it is the lists of the admin panel, else people who come and go. */
record Options(Software software, boolean postgresql, int signIns, int warmUp, int load, int concurrency, String jvm, int users) {

    static final String USAGE = "setup/benchmark/run [payara|wildfly] [h2|postgresql] [--sign-ins N] [--warm-up N] [--load N] [--concurrency N] [--jvm \"…\"] [--users N]";
    /** As {@code mvn} starts it. */
    private static final Options USUAL = new Options(Software.PAYARA, false, 1000, 1500, 5000, 2, "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", 0);

    /** @throws Unknown for a word that is not known or a number out of bounds */
    static Options of(List<String> words) {
        Options options = USUAL;
        for (int i = 0; i < words.size(); i++) {
            boolean flag = words.get(i).startsWith("--");
            if (flag && i + 1 == words.size()) throw new Unknown(words.get(i) + " wants a value");
            options = flag ? options.with(words.get(i), words.get(++i)) : options.with(words.get(i));
        }
        return options;
    }

    private Options with(String word) {
        return switch (word) {
            case "payara", "wildfly" -> new Options(Software.valueOf(word.toUpperCase(Locale.ROOT)), postgresql, signIns, warmUp, load, concurrency, jvm, users);
            case "h2", "postgresql" -> new Options(software, word.equals("postgresql"), signIns, warmUp, load, concurrency, jvm, users);
            default -> throw new Unknown("not known: " + word);
        };
    }

    private Options with(String flag, String value) {
        return switch (flag) {
            case "--sign-ins" -> new Options(software, postgresql, number(value, 20_000), warmUp, load, concurrency, jvm, users);
            case "--warm-up" -> new Options(software, postgresql, signIns, number(value, 20_000), load, concurrency, jvm, users);
            case "--load" -> new Options(software, postgresql, signIns, warmUp, number(value, 20_000), concurrency, jvm, users);
            case "--concurrency" -> new Options(software, postgresql, signIns, warmUp, load, number(value, 64), jvm, users);
            case "--jvm" -> new Options(software, postgresql, signIns, warmUp, load, concurrency, value, users);
            case "--users" -> new Options(software, postgresql, signIns, warmUp, load, concurrency, jvm, number(value, 2_000_000));
            default -> throw new Unknown("not known: " + flag);
        };
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

    List<String> jvmWords() {
        return List.of(jvm.strip().split("\\s+"));
    }
}

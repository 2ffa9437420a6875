package gatehouse.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the same questions in turn, round after round, so that what drifts meanwhile hits all of them alike; the first question is what the others
 * are held against.
 */
record Checks(int port, List<Question> questions, ProcessTree server, Optional<ProcessTree> database, Consumer<String> told) {

    private static final int WARM_UP = 10;
    private static final OperatingSystemMXBean OWN = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    void warmUp() {
        rounds(1, WARM_UP);
    }

    /** @param connections how many ask at once, each waiting for its answer before it asks again */
    void measure(int connections, int rounds) {
        long own = OWN.getProcessCpuTime();
        List<Tally> tallies = rounds(connections, rounds);
        long asked = questions.stream().mapToLong(Question::count).sum() * rounds;
        told.accept(String.format(Locale.ROOT, "%n%d connection%s, %d rounds; the driver itself took %.3f CPU ms each%n%s", connections, connections == 1 ? "" : "s", rounds,
                (OWN.getProcessCpuTime() - own) / 1e6 / asked, Tally.HEAD));
        tallies.forEach(tally -> told.accept(tally.line(tallies.get(0))));
    }

    private List<Tally> rounds(int connections, int rounds) {
        List<Tally> tallies = questions.stream().map(question -> new Tally(question, new ArrayList<>())).toList();
        List<Line> lines = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) lines.add(new Line(port));
            for (int i = 0; i < rounds; i++) tallies.forEach(tally -> tally.rounds().add(round(tally.question(), lines)));
            for (Line line : lines) line.close();
            return tallies;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Measured round(Question question, List<Line> lines) {
        return new Meter(lines.size(), server, database).measure(question.name(), lines, line -> {
            for (int i = 0; i < question.count() / lines.size(); i++) ask(question, line);
        });
    }

    private static void ask(Question question, Line line) {
        try {
            int status = line.ask(question.following());
            if (status != question.status()) throw new IllegalStateException(question.name() + " was answered " + status);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

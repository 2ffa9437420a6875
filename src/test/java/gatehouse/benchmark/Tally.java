package gatehouse.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What one question cost, round by round. */
record Tally(Question question, List<Measured> rounds) {

    static final String HEAD = String.format("%-26s %24s %9s %24s %14s", "each", "CPU ms (least to most)", "db CPU ms", "a second (least to most)", "of the first's");

    /** @param first the same rounds of the question it is held against */
    String line(Tally first) {
        double share = IntStream.range(0, rounds.size()).mapToDouble(i -> rate(rounds.get(i)) / first.rate(first.rounds.get(i))).average().orElseThrow();
        return String.format(Locale.ROOT, "%-26s %24s %9.3f %24s %12.0f %%", question.name(), spread("%.3f (%.3f to %.3f)", this::cpu),
                rounds.stream().mapToDouble(round -> (double) round.database() / question.count()).average().orElseThrow(), spread("%.0f (%.0f to %.0f)", this::rate), 100 * share);
    }

    private String spread(String form, ToDoubleFunction<Measured> figure) {
        var all = rounds.stream().mapToDouble(figure).summaryStatistics();
        return String.format(Locale.ROOT, form, all.getAverage(), all.getMin(), all.getMax());
    }

    private double cpu(Measured round) {
        return (double) round.cpu() / question.count();
    }

    private double rate(Measured round) {
        return question.count() * 1e9 / round.wall();
    }
}

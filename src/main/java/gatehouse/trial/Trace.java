package gatehouse.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import gatehouse.attempt.Attempts;
import gatehouse.tape.Call;

/**
 * One trial, as far as it got. Holds no secret: what is in it was covered before.
 *
 * @param plan     the steps of a trip to this provider, in order
 * @param lines    those that were taken
 * @param cause    why it failed; at most one
 * @param decision what a sign-in would have done, and what stands in its way for the time being; empty before that is known
 * @param sample   the provider's answer about the person, as JSON; empty when it was not got, or is too long to be kept
 */
record Trace(About about, long departed, long ended, List<String> plan, List<Line> lines, List<Cause> cause, List<Decision> decision, String sample) {

    private static final int LONGEST_SAMPLE = 64 * 1024;

    /** Whose trial it is, and what to compare with the provider's console. @param ticket tells this trial from others of the session */
    record About(String ticket, long provider, String slug, String name, String clientId, String redirect) {
    }

    /** A step: @param millis how long it took */
    record Line(String name, boolean good, long millis, List<Call> calls) {
    }

    record Decision(boolean letsIn, Said words, List<Said> aside) {
    }

    /** What stands at once when an administrator is sent away. */
    static Trace begun(About about, Instant now, List<String> plan, List<Line> lines) {
        return new Trace(about, now.toEpochMilli(), 0, plan, lines, List.of(), List.of(), "");
    }

    Trace with(List<Line> more) {
        List<Line> all = new ArrayList<>(lines);
        all.addAll(more);
        return new Trace(about, departed, ended, plan, List.copyOf(all), cause, decision, sample);
    }

    Trace failed(Cause why, Instant now) {
        return new Trace(about, departed, now.toEpochMilli(), plan, lines, List.of(why), decision, sample);
    }

    Trace decided(Decision what, Instant now) {
        return new Trace(about, departed, now.toEpochMilli(), plan, lines, cause, List.of(what), sample);
    }

    Trace knowing(String answer) {
        return new Trace(about, departed, ended, plan, lines, cause, decision, answer.length() > LONGEST_SAMPLE ? "" : answer);
    }

    /** The same without the bodies, for one that is too long to be kept. */
    Trace lean() {
        return new Trace(about, departed, ended, plan, lines.stream().map(line -> new Line(line.name(), line.good(), line.millis(), List.of())).toList(),
                cause, decision, "");
    }

    boolean over() {
        return ended > 0;
    }

    /** Whether it may still come back. */
    boolean waitsAt(Instant now) {
        return !over() && now.isBefore(Instant.ofEpochMilli(departed).plus(Attempts.LIFE));
    }

    Duration since(Instant now) {
        return Duration.between(Instant.ofEpochMilli(ended), now);
    }

    /** The steps that it did not come to. */
    List<String> left() {
        List<String> done = lines.stream().map(Line::name).toList();
        int last = plan.stream().filter(done::contains).mapToInt(plan::indexOf).max().orElse(-1);
        return plan.subList(last + 1, plan.size());
    }
}

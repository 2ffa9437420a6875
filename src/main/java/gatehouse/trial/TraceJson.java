package gatehouse.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.tape.Call;
import gatehouse.web.Json;
import gatehouse.web.Messages;

/**
 * A trial as its administrator's script reads it; every secret in it was covered before it was kept.
 *
 * @param state  waiting, lost, failed or done
 * @param ended  null while it is under way
 * @param notice what came of it, and what to do
 * @param left   the steps that it did not come to
 * @param sample the provider's answer about the person; null when there is none that can be read again
 */
record TraceJson(String provider, String name, String clientId, String redirect, String state, Instant departed, Instant ended, Map<String, String> notice,
                 List<Line> steps, List<String> left, JsonNode sample) {

    /** A step that was taken. */
    record Line(String name, boolean good, long millis, List<Call> calls) {
    }

    static TraceJson of(Trace trace, Instant now) {
        TraceView said = new TraceView(trace, Messages.in(Locale.ENGLISH), now);
        List<Line> steps = trace.lines().stream().map(line -> new Line(line.name(), line.good(), line.millis(), line.calls())).toList();
        Trace.About about = trace.about();
        Instant ended = trace.over() ? Instant.ofEpochMilli(trace.ended()) : null;
        return new TraceJson(about.slug(), about.name(), about.clientId(), about.redirect(), said.state(), Instant.ofEpochMilli(trace.departed()), ended,
                said.notice(), steps, trace.left(), sample(trace.sample()));
    }

    /** Written anew, a number of many digits can be longer than we read. */
    private static JsonNode sample(String json) {
        try {
            return json.isEmpty() ? null : Json.file(json.getBytes(UTF_8));
        } catch (Json.Malformed tooLong) {
            return null;
        }
    }
}

package gatehouse.trial;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** A trace as the text that is sealed, at most 700,000 bytes: a longer one goes without its bodies. */
final class TraceText {

    private static final int LONGEST = 700_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private TraceText() {
    }

    static String write(Trace trace) {
        String whole = text(trace);
        return whole.getBytes(StandardCharsets.UTF_8).length <= LONGEST ? whole : text(trace.lean());
    }

    private static String text(Trace trace) {
        try {
            return JSON.writeValueAsString(trace);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Empty for one that another version of Gatehouse wrote. */
    static Optional<Trace> read(String text) {
        try {
            return Optional.of(JSON.readValue(text, Trace.class));
        } catch (JsonProcessingException ofAnotherVersion) {
            return Optional.empty();
        }
    }
}

package gatehouse.trial;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;

import gatehouse.web.Json;
import org.junit.jupiter.api.Test;

class TraceJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

    private static TraceJson told(String answer) {
        Trace.About about = new Trace.About("ticket", 1, "acme", "Acme", "id", "https://id.example.com/callback");
        String kept = Json.object(answer.getBytes(UTF_8)).toPrettyString();
        return TraceJson.of(Trace.begun(about, NOW, List.of(), List.of()).knowing(kept), NOW);
    }

    @Test
    void the_answer_about_the_person_is_told_as_it_is() {
        assertEquals("{\"sub\":\"7\"}", told("{\"sub\":\"7\"}").sample().toString());
    }

    @Test
    void an_answer_that_grew_too_long_in_a_number_is_left_out() {
        assertNull(told("{\"n\":" + "7".repeat(62) + "e99}").sample());
    }
}

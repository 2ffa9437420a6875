package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

class EnvelopeTest {

    record Thing(String basePath, Instant lastUsed, List<String> roles, int id) {
    }

    @Test
    void names_are_written_with_lines_between_their_words_and_instants_as_text() {
        assertEquals("{\"code\":200,\"message\":\"success\",\"data\":{\"base_path\":\"/\",\"last_used\":\"2026-03-01T12:00:00Z\",\"roles\":[\"user\"],\"id\":7}}",
                Envelope.of(200, "success", new Thing("/", Instant.parse("2026-03-01T12:00:00Z"), List.of("user"), 7)));
    }

    @Test
    void there_is_always_data_if_only_null() {
        assertEquals("{\"code\":404,\"message\":\"Nothing\",\"data\":null}", Envelope.of(404, "Nothing", null));
        assertEquals("{\"code\":200,\"message\":\"success\",\"data\":{\"a_key\":null}}", Envelope.of(200, "success", java.util.Collections.singletonMap("a_key", null)));
    }

    @Test
    void what_was_wrong_with_a_form_is_said_by_field() {
        Problems problems = new Problems();
        problems.add("clientId", "token.days.form");
        problems.add("name", "token.name.length", 100);
        String body = Envelope.body(problems);
        assertEquals("{\"code\":422,\"message\":\"Choose how long the token is good.\",\"data\":{\"client_id\":\"Choose how long the token is good.\","
                + "\"name\":\"Give the token a name of at most 100 characters.\"}}", body);
    }
}

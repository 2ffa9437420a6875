package gatehouse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.web.Messages;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceViewTest {

    private static final Instant NOW = Instant.parse("2026-11-22T05:00:00Z");

    @ParameterizedTest
    @CsvSource({"known, true", "account-disabled, true", "registered, false", "closed, false"})
    void whoever_is_bound_already_is_not_asked_to_bind(String foretold, boolean bound) {
        Trace.Decision decision = new Trace.Decision(true, Said.of("provider.tester." + foretold, "anyi"), List.of());
        Trace trace = Trace.begun(new Trace.About("t", 1, "acme", "Acme", "client", "https://id.example.com/callback"), NOW, List.of(), List.of()).decided(decision, NOW);
        assertEquals(bound, new TraceView(trace, Messages.in(Locale.ENGLISH), NOW).bound());
    }
}

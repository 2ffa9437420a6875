package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.ConnectException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is thrown becomes one answer. */
class RefusalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03"})
    void a_database_that_is_away_or_stops_is_503_and_says_when_to_come_again(String state) {
        Refusal refusal = Refusals.refusal(new IllegalStateException(new SQLException("gone", state)));
        assertEquals(503, refusal.status());
        assertEquals(Map.of("Retry-After", "5"), refusal.headers());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "23505", "42601", "57014"})
    void what_the_database_refuses_otherwise_is_our_fault(String state) {
        assertEquals(500, Refusals.refusal(new IllegalStateException(new SQLException("no", state.isEmpty() ? null : state))).status());
    }

    private static List<LogRecord> heard(Runnable work) {
        List<LogRecord> lines = new ArrayList<>();
        Handler ear = new StreamHandler() {
            @Override
            public synchronized void publish(LogRecord line) {
                lines.add(line);
            }
        };
        Logger log = Logger.getLogger(Refusals.class.getName());
        log.addHandler(ear);
        try {
            work.run();
        } finally {
            log.removeHandler(ear);
        }
        return lines;
    }

    /** The level, the line without its reference, and what a server writes a stack trace of. */
    private static String logged(Throwable thrown) {
        List<LogRecord> lines = heard(() -> Refusals.log(Refusals.refusal(thrown), thrown));
        LogRecord only = lines.get(0);
        return lines.size() + " " + only.getLevel() + only.getMessage().replaceFirst("reference \\S*:", "") + " " + only.getThrown();
    }

    @Test
    void a_database_that_is_away_is_one_line_with_its_cause_and_a_fault_has_its_trace() {
        SQLException gone = new SQLException("gone", "08001", new ConnectException("Connection refused"));
        assertEquals("1 WARNING 503 refused.away: java.net.ConnectException: Connection refused null", logged(new IllegalStateException(gone)));
        IllegalStateException fault = new IllegalStateException("a bug");
        assertEquals("1 SEVERE 500 refused.fault " + fault, logged(fault));
        assertEquals("1 INFO 404 refused.not-found null", logged(new IllegalStateException(new Refusal(404, "refused.not-found"))));
    }

    @Test
    @DisplayName("D-09 of refusals of one kind that come in floods the log keeps the number; they hide no others")
    void a_flood_is_counted() {
        Refusal flood = new Refusal(400, "refused.flood-of-this-test");
        int told = heard(() -> IntStream.range(0, 1200).forEach(any -> Refusals.log(flood, flood))).size();
        assertTrue(told >= 100 && told < 150, told + " lines");
        assertEquals("1 INFO 404 refused.not-found null", logged(new Refusal(404, "refused.not-found")));
        List<String> swept = heard(Refusals::sweep).stream().map(new SimpleFormatter()::formatMessage).toList();
        assertEquals(List.of(1200 - told + " more refused.flood-of-this-test, only counted"), swept);
        assertEquals(List.of(), heard(Refusals::sweep));
    }
}

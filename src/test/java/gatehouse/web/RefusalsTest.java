package gatehouse.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.Map;

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
}

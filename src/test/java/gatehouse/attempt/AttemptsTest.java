package gatehouse.attempt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {

    private static final String BROWSER = "the browser that began";
    @TempDir
    Path data;
    private Ledgers ledgers;
    private Attempts attempts;
    private long provider;

    @BeforeEach
    void open() {
        ledgers = new Ledgers(data);
        attempts = ledgers.bean(Attempts.class);
        provider = new People(ledgers).provider("github");
    }

    @Test
    @DisplayName("S-07 a trip may end a second before ten minutes are over")
    void a_trip_may_end_within_ten_minutes() {
        Departure departure = begin();
        ledgers.clock.pass(Duration.ofMinutes(10).minusSeconds(1));
        assertEquals(departure.verifier(), attempts.take(departure.state(), BROWSER).departure().verifier());
    }

    @Test
    @DisplayName("S-07 after ten minutes a trip is over, and its row is gone")
    void after_ten_minutes_a_trip_is_over() {
        Departure departure = begin();
        ledgers.clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertEquals("refused.attempt-expired", refusal(departure, BROWSER));
        assertEquals(0, rows());
        assertEquals("refused.attempt-used", refusal(departure, BROWSER));
    }

    @Test
    @DisplayName("S-07 what nobody came back for is swept out, and nothing else")
    void what_nobody_came_back_for_is_swept_out() {
        begin();
        ledgers.clock.pass(Duration.ofMinutes(6));
        Departure later = begin();
        ledgers.clock.pass(Duration.ofMinutes(5));
        attempts.purge();
        assertEquals(1, rows());
        assertEquals(later.verifier(), attempts.take(later.state(), BROWSER).departure().verifier());
    }

    @Test
    @DisplayName("S-04 another browser takes nothing, and leaves the trip as it was")
    void another_browser_takes_nothing() {
        Departure departure = begin();
        assertEquals("refused.attempt-browser", refusal(departure, "another"));
        assertEquals(departure.verifier(), attempts.take(departure.state(), BROWSER).departure().verifier());
    }

    @Test
    @DisplayName("S-05 of ten who come with one state at once, one gets through")
    void one_state_is_taken_once() throws Exception {
        Departure departure = begin();
        List<String> answers = AtOnce.all(10, i -> () -> taken(departure));
        assertEquals(1, Collections.frequency(answers, "taken"));
        assertEquals(9, Collections.frequency(answers, "refused.attempt-used"));
    }

    @Test
    @DisplayName("S-25 a browser has at most twenty trips under way; the oldest gives way")
    void the_oldest_of_twenty_gives_way() {
        List<Departure> begun = Stream.concat(Stream.of(begin()), IntStream.range(0, 20).mapToObj(i -> later())).toList();
        assertEquals(20, rows());
        assertEquals("refused.attempt-used", refusal(begun.get(0), BROWSER));
        assertEquals(begun.get(1).verifier(), attempts.take(begun.get(1).state(), BROWSER).departure().verifier());
    }

    private Departure later() {
        ledgers.clock.pass(Duration.ofSeconds(1));
        return begin();
    }

    private Departure begin() {
        Departure departure = Departure.fresh("http://localhost/callback", true);
        attempts.begin(new Errand(provider, 1, Intent.SIGN_IN, null, null, "/"), departure, BROWSER);
        return departure;
    }

    private String taken(Departure departure) {
        try {
            attempts.take(departure.state(), BROWSER);
            return "taken";
        } catch (Refusal refused) {
            return refused.key();
        }
    }

    private String refusal(Departure departure, String browser) {
        return assertThrows(Refusal.class, () -> attempts.take(departure.state(), browser)).key();
    }

    private long rows() {
        return ledgers.count("select count(*) from attempt");
    }
}

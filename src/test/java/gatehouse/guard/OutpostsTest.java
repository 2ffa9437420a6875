package gatehouse.guard;

import static gatehouse.guard.Border.FILES;
import static gatehouse.guard.Border.WIKI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import gatehouse.session.Outposts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sign-in in the house is worth on a guarded host, and for how long. */
class OutpostsTest {

    private final Border border;

    OutpostsTest(@TempDir Path data) {
        border = new Border(data);
    }

    @Test
    @DisplayName("K-06 one sign-out ends the session and all its children")
    void children_end_with_their_parent() {
        String token = border.arrived();
        border.sessions.end(border.session.account(), border.session.id());
        assertTrue(border.outposts.find(token, FILES).isEmpty());
        assertEquals(0, border.ledgers.count("select count(*) from session"));
    }

    @Test
    void whoever_loses_all_sessions_loses_their_children_too() {
        String token = border.arrived();
        border.sessions.endAll(border.session.account());
        assertTrue(border.outposts.find(token, FILES).isEmpty());
        assertEquals(0, border.ledgers.count("select count(*) from session"));
    }

    @Test
    void a_child_is_no_session_here_nor_on_another_host() {
        String token = border.arrived();
        assertTrue(border.sessions.find(token).isEmpty());
        assertTrue(border.outposts.find(token, WIKI).isEmpty());
        assertTrue(border.outposts.find(token, Outposts.HERE).isEmpty());
        assertEquals(1, border.sessions.of(border.session.account()).size());
        long child = border.ledgers.count("select id from session where parent_id is not null");
        assertFalse(border.sessions.end(border.session.account(), child), "it is not listed, and so not ended by itself");
        border.sessions.endOthers(border.session.account(), border.session.id());
        assertTrue(border.outposts.find(token, FILES).isPresent(), "it belongs to the one that was kept");
    }

    @Test
    @DisplayName("K-08 a child lives by its parent's times, and being used keeps the parent alive")
    void times_are_the_parents() {
        String token = border.arrived();
        for (int hours = 0; hours < 24; hours += 6) {
            border.ledgers.clock.pass(Duration.ofHours(6));
            assertTrue(border.outposts.find(token, FILES).isPresent());
            border.sessions.purge();
        }
        border.ledgers.clock.pass(Duration.ofHours(13));
        assertTrue(border.outposts.find(token, FILES).isEmpty());
    }

    @Test
    void a_child_never_outlives_seven_days() {
        String token = border.arrived();
        for (int hours = 0; hours < 7 * 24; hours += 6) {
            border.ledgers.clock.pass(Duration.ofHours(6));
            border.outposts.find(token, FILES);
        }
        assertTrue(border.outposts.find(token, FILES).isEmpty());
    }

    @Test
    @DisplayName("K-09 whoever is disabled, or has to replace a one-time password, holds nothing")
    void a_disabled_account_holds_nothing() {
        String token = border.arrived();
        border.ledgers.run("update account set disabled = true");
        assertTrue(border.outposts.find(token, FILES).isEmpty());
        border.ledgers.run("update account set disabled = false, one_time_until = current_timestamp");
        assertTrue(border.outposts.find(token, FILES).isEmpty());
    }

    @Test
    void arriving_again_and_again_leaves_few_children() {
        for (int i = 0; i < 5; i++) {
            border.crossing.arrive(FILES, border.ticket(), Optional.of(border.browser));
            border.ledgers.clock.pass(Duration.ofMinutes(2));
        }
        assertEquals(1, border.ledgers.count("select count(*) from session where parent_id is not null"));
    }
}

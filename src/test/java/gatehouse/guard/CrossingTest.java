package gatehouse.guard;

import static gatehouse.guard.Border.FILES;
import static gatehouse.guard.Border.ID;
import static gatehouse.guard.Border.WIKI;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import gatehouse.AtOnce;
import gatehouse.secret.Tokens;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrossingTest {

    private final Border border;

    CrossingTest(@TempDir Path data) {
        border = new Border(data);
    }

    private void lost(String origin, String ticket, String handle) {
        assertEquals(400, assertThrows(Refusal.class, () -> border.crossing.arrive(origin, ticket, Optional.ofNullable(handle))).status());
    }

    @Test
    void a_sign_in_is_taken_over_to_the_host_that_was_asked_for() {
        String start = border.crossing.start(FILES, new Wanted("/a?b=c"), border.browser);
        assertEquals(ID + "/.gatehouse/pass?s=" + border.files + "&b=" + Tokens.hash(border.browser) + "&to=" + new Wanted("/a?b=c").carried(), start);
        Crossing.Arrived arrived = border.crossing.arrive(FILES, border.ticket(), Optional.of(border.browser));
        assertEquals(FILES + "/a?b=c", arrived.address());
        assertEquals("ann", border.outposts.find(arrived.token(), FILES).orElseThrow().username());
        assertEquals(border.session.id(), border.outposts.find(arrived.token(), FILES).orElseThrow().session());
    }

    @Test
    @DisplayName("O-05 a ticket is good once, for a minute, in the browser that began and on its own host")
    void a_ticket_is_narrow() {
        String used = border.ticket();
        border.crossing.arrive(FILES, used, Optional.of(border.browser));
        lost(FILES, used, border.browser);
        lost(FILES, border.ticket(), Tokens.fresh());
        lost(FILES, border.ticket(), null);
        lost(WIKI, border.ticket(), border.browser);
        lost("http://files.example.com", border.ticket(), border.browser);
        lost("https://files.example.com.evil.test", border.ticket(), border.browser);
        lost(FILES, Tokens.fresh(), border.browser);
        lost(FILES, null, border.browser);
        lost(FILES, "x", border.browser);
        String late = border.ticket();
        border.ledgers.clock.pass(Tickets.GOOD);
        lost(FILES, late, border.browser);
        assertEquals(1, border.ledgers.count("select count(*) from session where parent_id is not null"));
    }

    @Test
    void a_ticket_shown_by_another_browser_is_spent() {
        String ticket = border.ticket();
        lost(FILES, ticket, Tokens.fresh());
        lost(FILES, ticket, border.browser);
    }

    @Test
    void a_ticket_without_a_beginning_is_lost_and_spent() {
        String ticket = border.ticket();
        lost(FILES, ticket, null);
        lost(FILES, ticket, border.browser);
        String forNobody = border.crossing.pass(Long.toString(border.files), Tokens.hash(""), new Wanted("/").carried(), ID);
        lost(FILES, forNobody.substring(forNobody.indexOf('=') + 1), null);
    }

    @Test
    void of_two_that_come_with_a_ticket_one_arrives() throws Exception {
        String ticket = border.ticket();
        List<Boolean> arrived = AtOnce.all(2, at -> () -> {
            try {
                border.crossing.arrive(FILES, ticket, Optional.of(border.browser));
                return true;
            } catch (Refusal lost) {
                return false;
            }
        });
        assertEquals(1, arrived.stream().filter(one -> one).count());
    }

    @Test
    void tickets_hold_no_readable_token_and_are_swept_out() {
        String ticket = border.ticket();
        assertEquals(0, border.ledgers.count("select count(*) from guard_ticket where ticket_hash = '" + ticket + "'"));
        border.ledgers.clock.pass(Duration.ofMinutes(2));
        border.ledgers.bean(Tickets.class).purge();
        assertEquals(0, border.ledgers.count("select count(*) from guard_ticket"));
    }

    @Test
    void what_is_not_guarded_has_no_start() {
        assertEquals(404, assertThrows(Refusal.class, () -> border.crossing.start("https://other.example.com", new Wanted("/"), border.browser)).status());
        for (String service : new String[] {null, "", "x", "999999", "-1", "1e3"}) {
            assertEquals(404, assertThrows(Refusal.class, () -> border.crossing.pass(service, Tokens.hash(border.browser), null, ID)).status());
        }
        assertEquals(404, assertThrows(Refusal.class, () -> border.crossing.pass(Long.toString(border.files), "x", null, ID)).status());
    }

    @Test
    void a_service_with_a_path_is_started_from_its_path() {
        border.add("https://a.example.com", "/dav");
        assertTrue(border.crossing.start("https://a.example.com", new Wanted("/"), border.browser).endsWith("&to=" + new Wanted("/dav").carried()));
    }
}

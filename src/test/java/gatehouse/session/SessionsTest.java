package gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.secret.Tokens;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {

    private final Ledgers ledgers;
    private final Sessions sessions;
    private String token;

    SessionsTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        sessions = ledgers.bean(Sessions.class);
        token = sessions.open(new People(ledgers).account("anyi"), null, People.DEVICE);
    }

    private boolean alive() {
        return sessions.find(token).isPresent();
    }

    @Test
    @DisplayName("K-04 of 10,000 session ids none comes twice, and each bit is as often set as not")
    void ids_are_random() {
        Set<String> ids = new HashSet<>();
        int[] set = new int[256];
        for (int i = 0; i < 10_000; i++) {
            String id = Tokens.fresh();
            assertTrue(ids.add(id));
            BitSet bits = BitSet.valueOf(Base64.getUrlDecoder().decode(id));
            bits.stream().forEach(bit -> set[bit]++);
        }
        for (int bit = 0; bit < 256; bit++) assertTrue(set[bit] > 4500 && set[bit] < 5500, "bit " + bit + " is set " + set[bit] + " times");
    }

    @Test
    @DisplayName("K-04 the ledger holds the hash of an id, and nothing that opens")
    void the_ledger_holds_no_id() {
        assertEquals(0, ledgers.count("select count(*) from session where token_hash = '" + token + "'"));
        assertEquals(1, ledgers.count("select count(*) from session where token_hash = '" + Tokens.hash(token) + "'"));
        assertTrue(sessions.find(Tokens.hash(token)).isEmpty());
    }

    @Test
    @DisplayName("K-08 a session ends after 12 hours without a look, however it was used before")
    void a_session_ends_when_it_is_idle() {
        for (int i = 0; i < 5; i++) {
            ledgers.clock.pass(Duration.ofHours(11));
            assertTrue(alive());
        }
        ledgers.clock.pass(Duration.ofHours(12).plusSeconds(1));
        assertFalse(alive());
        sessions.purge();
        assertEquals(0, ledgers.count("select count(*) from session"));
    }

    @Test
    @DisplayName("K-08 a session ends after seven days, also while it is used all the time")
    void a_session_ends_when_it_is_old() {
        for (int hours = 0; hours < 7 * 24 - 1; hours++) {
            ledgers.clock.pass(Duration.ofHours(1));
            assertTrue(alive(), "after " + hours + " hours");
        }
        ledgers.clock.pass(Duration.ofHours(1).plusSeconds(1));
        assertFalse(alive());
    }

    @Test
    @DisplayName("K-08 being told again that it is still fresh prolongs no session's seven days")
    void a_new_proof_makes_no_session_younger() {
        ledgers.clock.pass(Duration.ofHours(11));
        SessionView view = sessions.find(token).orElseThrow();
        token = sessions.prove(view.account(), view.id());
        for (int hours = 11; hours < 7 * 24; hours++) {
            ledgers.clock.pass(Duration.ofHours(1));
            alive();
        }
        ledgers.clock.pass(Duration.ofSeconds(1));
        assertFalse(alive());
    }

    @Test
    @DisplayName("K-02 a renewed session is found by its new id only; by the one before it ends trips for a minute, and nothing else")
    void a_renewed_session_has_another_id() {
        long before = sessions.find(token).orElseThrow().id();
        String fresh = sessions.renew(token).orElseThrow();
        assertNotEquals(token, fresh);
        assertEquals(before, sessions.find(fresh).orElseThrow().id());
        assertFalse(alive());
        assertTrue(ledgers.bean(Outposts.class).find(token, Outposts.HERE).isEmpty());
        assertEquals(before, sessions.former(token).orElseThrow().id());
        assertTrue(sessions.former(fresh).isEmpty());
        ledgers.clock.pass(Duration.ofSeconds(60));
        assertTrue(sessions.former(token).isEmpty());
    }

    @Test
    @DisplayName("K-02 a former id is nobody's when the session ended or its account was switched off")
    void a_former_id_ends_with_its_session() {
        String fresh = sessions.renew(token).orElseThrow();
        ledgers.run("update account set disabled = true");
        assertTrue(sessions.former(token).isEmpty());
        ledgers.run("update account set disabled = false");
        SessionView view = sessions.find(fresh).orElseThrow();
        sessions.end(view.account(), view.id());
        assertTrue(sessions.former(token).isEmpty());
    }

    @Test
    @DisplayName("K-02 of two tabs that renew one session at once one gets the new id, and that one is good")
    void two_at_once_renew_once() throws Exception {
        List<Optional<String>> renewed = AtOnce.all(2, tab -> () -> sessions.renew(token));
        List<String> fresh = renewed.stream().flatMap(Optional::stream).toList();
        assertEquals(1, fresh.size());
        assertTrue(sessions.find(fresh.get(0)).isPresent());
    }
}

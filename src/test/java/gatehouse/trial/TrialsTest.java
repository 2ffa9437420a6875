package gatehouse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import gatehouse.AtOnce;
import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.provider.Providers;
import gatehouse.provider.TestSignIn.LastAnswer;
import gatehouse.session.CurrentAccount;
import gatehouse.session.Sessions;
import gatehouse.tape.Call;
import gatehouse.web.Label;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialsTest {

    private static final Call CALL = new Call("GET", "https://p.example/u", Map.of("Accept", "application/json"), "", 200, "application/json", "{\"name\":\"Ада\"}", "", 12);
    private final Ledgers ledgers;
    private final People people;
    private final Trials trials;
    private final long provider;
    private final long anyi;
    private final long session;

    TrialsTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        people = new People(ledgers);
        trials = ledgers.bean(Trials.class);
        provider = people.provider("acme");
        anyi = people.account("anyi");
        session = people.signedIn(anyi, null).id();
    }

    private Trace begun() {
        Trace.About about = new Trace.About("ticket", provider, "acme", "Acme", "id", "https://gate.example/callback");
        return Trace.begun(about, ledgers.clock.instant(), List.of("departure", "callback", "token"), List.of(new Trace.Line("departure", true, 2, List.of(CALL))));
    }

    private Trace decided() {
        Said words = Said.of(new Label("provider.tester.nobody", new Label("provider.subject.missing", "$.id")));
        return begun().with(List.of(new Trace.Line("token", false, 3, List.of(CALL)))).knowing("{\"name\" : \"Ада\"}")
                .failed(new Cause("mapping", "x", "y", List.of(words)), ledgers.clock.instant()).decided(new Trace.Decision(false, words, List.of(words)), ledgers.clock.instant());
    }

    private void keep(Trace trace) {
        trials.keep(session, provider, trace);
    }

    @Test
    void a_trace_comes_back_as_it_was_kept() {
        keep(decided());
        assertEquals(Optional.of(decided()), trials.of(session));
    }

    @Test
    void a_trace_is_sealed_and_opens_in_its_own_row_only() {
        keep(decided());
        String kept = ledgers.in(() -> (String) ledgers.bean(EntityManager.class).createNativeQuery("select content from trial").getSingleResult());
        assertTrue(kept.startsWith("v1.") && !kept.contains("acme"), kept);
        long other = people.signedIn(anyi, null).id();
        ledgers.run("update trial set session_id = " + other);
        assertEquals(Optional.empty(), trials.of(other));
        assertEquals(Optional.empty(), trials.of(session));
    }

    @Test
    void a_session_has_one_trial_and_no_other_session_sees_it() {
        keep(begun());
        keep(decided());
        assertEquals(1, ledgers.count("select count(*) from trial"));
        assertEquals(Optional.empty(), trials.of(people.signedIn(people.account("bob"), null).id()));
        assertEquals(Optional.empty(), trials.of(people.signedIn(anyi, null).id()));
    }

    @Test
    void many_that_are_kept_at_once_leave_one() throws Exception {
        AtOnce.all(6, i -> () -> {
            keep(i % 2 == 0 ? begun() : decided());
            return i;
        });
        assertEquals(1, ledgers.count("select count(*) from trial"));
    }

    @Test
    void a_trial_is_over_after_30_minutes_and_then_swept_out() {
        keep(decided());
        people.later(Duration.ofMinutes(30).minusSeconds(1));
        trials.purge();
        assertTrue(trials.of(session).isPresent());
        people.later(Duration.ofSeconds(2));
        assertEquals(Optional.empty(), trials.of(session));
        trials.purge();
        assertEquals(0, ledgers.count("select count(*) from trial"));
    }

    @Test
    void a_trial_goes_with_its_session_and_is_not_kept_for_one_that_has_ended() {
        keep(decided());
        ledgers.bean(Sessions.class).end(anyi, session);
        assertEquals(0, ledgers.count("select count(*) from trial"));
        keep(decided());
        assertEquals(0, ledgers.count("select count(*) from trial"));
    }

    @Test
    void a_trial_goes_with_its_provider() {
        keep(decided());
        ledgers.run("delete from provider where slug = 'acme'");
        assertEquals(Optional.empty(), trials.of(session));
    }

    @Test
    void a_trace_that_is_too_long_is_kept_without_its_bodies() {
        Call huge = new Call("GET", "https://p.example/u", Map.of(), "", 200, "", "世".repeat(60_000), "", 1);
        List<Trace.Line> lines = Collections.nCopies(5, new Trace.Line("token", true, 1, List.of(huge)));
        keep(decided().with(lines));
        Trace kept = trials.of(session).orElseThrow();
        assertEquals(7, kept.lines().size());
        assertTrue(kept.lines().stream().allMatch(line -> line.calls().isEmpty()));
        assertEquals(decided().cause(), kept.cause());
    }

    @Test
    void what_cannot_be_read_is_no_trial() {
        assertEquals(Optional.empty(), TraceText.read("{\"of\":\"tomorrow\"}"));
        assertEquals(Optional.empty(), TraceText.read("{"));
    }

    @Test
    void the_last_answer_is_of_this_session_and_of_that_provider() {
        TrialSignIn trial = ledgers.put(TrialSignIn.class, new TrialSignIn());
        trial.trials = trials;
        trial.current = ledgers.bean(CurrentAccount.class);
        trial.clock = ledgers.clock;
        keep(decided());
        people.later(Duration.ofMinutes(3));
        Providers providers = ledgers.bean(Providers.class);
        people.provider("other");
        assertEquals(Optional.of(new LastAnswer("{\"name\" : \"Ада\"}", Duration.ofMinutes(3))), trial.lastAnswer(providers.named("acme")));
        assertFalse(trial.lastAnswer(providers.named("other")).isPresent());
        people.signedIn(anyi, null);
        assertFalse(trial.lastAnswer(providers.named("acme")).isPresent());
    }

    @Test
    void a_trial_waits_for_ten_minutes_and_tells_what_it_did_not_come_to() {
        Trace trace = begun();
        assertEquals(List.of("callback", "token"), trace.left());
        assertTrue(trace.waitsAt(ledgers.clock.instant().plusSeconds(599)));
        assertFalse(trace.waitsAt(ledgers.clock.instant().plusSeconds(600)));
        assertFalse(decided().waitsAt(ledgers.clock.instant()));
    }
}

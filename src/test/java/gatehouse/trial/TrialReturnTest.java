package gatehouse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import gatehouse.attempt.Errand;
import gatehouse.attempt.Intent;
import gatehouse.attempt.Journey;
import gatehouse.session.CurrentAccount;
import gatehouse.session.SessionView;
import gatehouse.session.Sessions;
import gatehouse.web.Refusal;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose trial it is that comes back. */
class TrialReturnTest {

    @AutoClose
    private final Tryout tryout;

    TrialReturnTest(@TempDir Path data) {
        tryout = new Tryout(data);
    }

    @Test
    void who_is_no_administrator_any_more_ends_no_trial_and_nothing_is_asked() {
        Returned answer = tryout.away(tryout.begin());
        tryout.ledgers.run("delete from role_grant where account_id = " + tryout.anyi);
        tryout.ledgers.bean(CurrentAccount.class).is(new SessionView(tryout.session.id(), tryout.anyi, "anyi", false, false, tryout.session.created(), tryout.session.proven(), tryout.session.seen()));
        Journey journey = tryout.taken(answer);
        assertEquals(403, assertThrows(Refusal.class, () -> tryout.trial.end(journey, answer)).status());
        assertEquals(0, tryout.fake.received("/token").size());
    }

    @Test
    void another_session_ends_no_trial_and_nothing_is_asked() {
        Returned answer = tryout.away(tryout.begin());
        tryout.people.signedIn(tryout.anyi, null);
        Journey journey = tryout.taken(answer);
        assertEquals(400, assertThrows(Refusal.class, () -> tryout.trial.end(journey, answer)).status());
        assertEquals(0, tryout.fake.received("/token").size());
        assertEquals(Optional.empty(), tryout.trial.last());
    }

    @Test
    void a_session_that_ended_takes_its_trips_with_it() {
        Returned answer = tryout.away(tryout.begin());
        tryout.ledgers.bean(Sessions.class).end(tryout.anyi, tryout.session.id());
        assertEquals("refused.attempt-used", assertThrows(Refusal.class, () -> tryout.taken(answer)).key());
    }

    @Test
    void an_older_trial_that_comes_back_late_does_not_borrow_the_steps_of_a_newer() {
        Returned older = tryout.away(tryout.begin());
        tryout.begin();
        Trace trace = tryout.ended(older);
        assertEquals(List.of("callback", "token", "user-info", "mapping", "decision"), trace.lines().stream().map(Trace.Line::name).toList());
    }

    @Test
    void an_answer_at_another_address_or_of_an_older_configuration_is_not_asked_about() {
        Returned answer = tryout.away(tryout.begin());
        Returned astray = new Returned("/callback", answer.query(), answer.state(), answer.codes(), answer.issuer(), Optional.empty());
        assertEquals("stray", tryout.ended(astray).cause().get(0).advice());
        Returned later = tryout.away(tryout.begin());
        tryout.ledgers.run("update provider set configuration = configuration + 1");
        assertEquals("changed", tryout.ended(later).cause().get(0).advice());
        assertEquals(0, tryout.fake.received("/token").size());
    }

    @Test
    void the_attempt_says_what_it_is_for() {
        Journey journey = tryout.taken(tryout.away(tryout.begin()));
        assertEquals(new Errand(tryout.provider, 1, Intent.TRIAL, tryout.anyi, tryout.session.id(), "/admin/trial"), journey.errand());
    }
}

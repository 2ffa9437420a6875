package gatehouse.it;

import static gatehouse.it.Trials.PAGE;
import static gatehouse.it.Trials.notice;
import static gatehouse.it.Trials.press;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who may begin a trial, and whose it is when it comes back. */
@InHouse
class TrialDoorsIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Trials trials = new Trials(stage);
    private static final Town town = new Town(stage);

    @Test
    void a_trial_is_used_once_and_never_ends_as_a_sign_in_or_a_bind() {
        trials.works.person(Person.named("trial-once", "trial-once"));
        Trip trip = trials.begin();
        trials.shown(trip.end());
        assertEquals(400, trip.end().status());
        assertFalse(Myself.of(trials.admin).bound(trials.works.slug()));
        Trip other = trials.begin();
        Page method = other.end(answer -> answer.and("method", "get_sso_id").and("intent", "BIND"));
        assertTrue(notice(trials.shown(method)).contains("Would be registered as trial-once"));
        assertFalse(Myself.of(trials.admin).bound(trials.works.slug()));
        Visitor resident = town.resident("trial-resident", "a quiet brown otter");
        assertEquals(400, trials.begin().end(resident).status(), "another browser");
        assertFalse(Myself.of(resident).bound(trials.works.slug()));
    }

    @Test
    @DisplayName("S-04 a trial that a script begins in a browser that saw no page of ours is that browser's, and no other's of the same session")
    void a_script_that_saw_no_page_begins_a_trial() {
        trials.works.fake().person(Person.named("trial-script", "trial-script"));
        String token = trials.admin.get("/profile").csrf();
        Visitor script = sameSession();
        assertEquals(PAGE, script.get(cameBack(script, token)).location().getPath());
        assertEquals(400, trials.admin.get(cameBack(sameSession(), token)).status());
        assertTrue(sameSession().get("/api/me").header("Set-Cookie").isEmpty(), "nothing is begun by reading");
    }

    /** Where the provider sends a script's browser when the trip it began is over. */
    private static URI cameBack(Visitor script, String token) {
        Page begun = script.send("POST", "/api/admin/trial?slug=" + trials.works.slug(), "application/json", "", "X-CSRF-Token", token);
        return script.get(URI.create(Program.data(begun).get("location").textValue())).location();
    }

    private static Visitor sameSession() {
        Visitor visitor = House.here().visitor();
        visitor.cookies().put(trials.admin.cookies().find("session").orElseThrow());
        return visitor;
    }

    @Test
    void a_sign_in_never_ends_as_a_trial() {
        trials.works.person(Person.named("trial-not", "trial-not"));
        String before = trials.admin.get(PAGE).html().select(".trace").text();
        Page end = Trip.begin(House.here().visitor(), trials.works.slug()).end(answer -> answer.and("intent", "TRIAL"));
        assertNotEquals(PAGE, end.location().getPath());
        assertEquals(before, trials.admin.get(PAGE).html().select(".trace").text());
    }

    @Test
    void another_administrators_session_does_not_see_it_and_signing_out_takes_it_away() {
        trials.works.person(Person.named("trial-mine", "trial-mine"));
        Visitor mine = Admin.signedIn().visitor();
        Page end = Trip.begun(mine, press(mine, trials.works.slug())).end();
        assertEquals(PAGE, end.location().getPath());
        assertTrue(mine.get(PAGE).text().contains("trial-mine"));
        assertTrue(mine.get("/admin/providers/" + trials.works.slug()).html().selectFirst("#sample").val().contains("trial-mine"));
        Visitor other = Admin.signedIn().visitor();
        assertFalse(other.get(PAGE).text().contains("trial-mine"));
        assertFalse(other.get("/admin/providers/" + trials.works.slug()).text().contains("trial-mine"));
        Trip flight = Trip.begun(mine, press(mine, trials.works.slug()));
        flight.home();
        assertEquals(303, mine.submit(mine.get("/profile").formTo("/logout")).status());
        assertEquals(400, flight.end().status(), "the session that began it is gone");
        Login.with(mine, "admin", House.adminPassword());
        assertTrue(mine.get(PAGE).html().select(".trace").isEmpty());
    }

    @Test
    void another_session_of_the_same_browser_does_not_end_it() {
        Visitor mine = Admin.signedIn().visitor();
        Trip flight = Trip.begun(mine, press(mine, trials.works.slug()));
        flight.home();
        mine.cookies().put(Admin.signedIn().visitor().cookies().find("session").orElseThrow());
        assertEquals(400, flight.end().status());
        assertEquals(0, trials.works.tokenCalls());
    }

    @Test
    void only_administrators_try_by_the_form_and_only_what_there_is() {
        Visitor resident = town.resident("trial-user", "a quiet brown otter");
        assertEquals(403, resident.get(PAGE).status());
        assertEquals(403, press(resident, trials.works.slug()).status());
        assertEquals("/login", House.here().visitor().get(PAGE).location().getPath());
        assertEquals(403, trials.admin.post(PAGE + "/" + trials.works.slug(), Parameters.none()).status());
        assertEquals(405, trials.admin.get(PAGE + "/" + trials.works.slug()).status());
        assertEquals(404, press(trials.admin, "no-such-provider").status());
    }

    @Test
    void single_sign_on_that_is_off_sends_nobody_and_takes_nobody_back() {
        Trip flight = trials.begin();
        flight.home();
        stage.off("enabled");
        try {
            assertEquals(403, press(trials.admin, trials.works.slug()).status());
            assertEquals(403, flight.end().status());
            assertTrue(trials.admin.get(PAGE).text().contains("Switch it on first"));
        } finally {
            stage.set("enabled", "true");
        }
    }

    @Test
    void pages_that_begin_a_trial_let_a_form_lead_to_a_provider() {
        String provider = "/admin/providers/" + trials.works.slug();
        for (Map.Entry<String, Boolean> page : Map.of(PAGE, false, "/admin/welcome", false, provider, false, "/admin/providers/new", false, "/admin/providers", true,
                provider + "/delete", true, provider + "/disable", true).entrySet()) {
            assertEquals(page.getValue(), trials.admin.get(page.getKey()).header("Content-Security-Policy").orElseThrow().contains("form-action"), page.getKey());
        }
    }
}

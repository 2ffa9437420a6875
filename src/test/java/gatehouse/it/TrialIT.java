package gatehouse.it;

import static gatehouse.it.Trials.PAGE;
import static gatehouse.it.Trials.notice;
import static gatehouse.it.Trials.press;
import static gatehouse.it.Trials.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The trial sign-in, as an administrator goes through it: what it shows, and that nothing else comes of it. */
@InHouse
class TrialIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Trials trials = new Trials(stage);

    /** What is written about people: nothing of it may change by a trial. */
    private static List<String> people() {
        return List.of(trials.admin.get("/admin/providers").html().select("td.number").eachText().toString(), Myself.of(trials.admin).html().select("#sso, table").text());
    }

    @Test
    void a_good_trial_shows_every_step_and_what_would_happen() {
        trials.works.person(Person.named("trial-1", "trial-ann"));
        List<String> before = people();
        Document page = trials.tried();
        assertTrue(notice(page).contains("Would be registered as trial-ann"), notice(page));
        assertEquals(List.of("Sent you to the provider", "You came back from the provider", "Read what the provider publishes", "Exchanged the code for a token",
                "Checked the signed id_token", "Read the user info", "Applied the mapping", "What would happen: sign in, register or refuse"), steps(page));
        assertTrue(page.select(".left").isEmpty());
        assertTrue(page.text().contains("\"preferred_username\":\"trial-ann\"") && page.text().contains("\"alg\" : \"RS256\""), page.text());
        assertEquals(before, people());
        assertEquals("trial-ann", Myself.of(Trip.signIn(trials.works.slug())).username(), "the name was still free");
        assertTrue(notice(trials.tried()).contains("Would sign in as trial-ann"));
    }

    @Test
    void no_secret_of_the_trip_stands_on_the_page() {
        trials.works.person(Person.named("trial-secret", "trial-secret"));
        Trip trip = trials.begin();
        String state = trip.asked("state");
        String nonce = trip.asked("nonce");
        String code = trip.answer().one("code");
        String page = trials.shown(trip.end()).outerHtml();
        String sample = trials.admin.get("/admin/providers/" + trials.works.slug()).text();
        String token = trials.works.fake().received("/userinfo").get(0).header("Authorization").orElseThrow().substring("Bearer ".length());
        String basic = trials.works.fake().received("/token").get(0).header("Authorization").orElseThrow().substring("Basic ".length());
        String verifier = trials.works.fake().received("/token").get(0).form().one("code_verifier");
        for (String secret : List.of(state, nonce, code, token, basic, verifier, trials.works.fake().clientSecret(), trials.works.fake().clientSecret().substring(0, 20))) {
            assertFalse(page.contains(secret), secret);
            assertFalse(sample.contains(secret), secret);
        }
        assertTrue(page.contains("•••("), page);
    }

    @Test
    void a_trial_whose_identity_is_known_writes_no_session_and_does_not_touch_the_account() {
        trials.works.person(Person.named("trial-known", "trial-known"));
        Visitor known = Trip.signIn(trials.works.slug());
        String session = trials.admin.cookies().find("session").orElseThrow().value();
        int sessions = known.get("/profile").html().select("form[action^=/profile/sessions]").size();
        assertTrue(notice(trials.tried()).contains("Would sign in as trial-known"));
        assertEquals(session, trials.admin.cookies().find("session").orElseThrow().value());
        assertEquals("admin", Myself.of(trials.admin).username());
        assertEquals(sessions, known.get("/profile").html().select("form[action^=/profile/sessions]").size());
    }

    @Test
    void a_trial_says_why_somebody_would_be_refused() {
        trials.works.person(Person.named("trial-closed", "trial-closed"));
        stage.off("autoRegister");
        try {
            assertTrue(notice(trials.tried()).contains("auto register is off"));
        } finally {
            stage.set("autoRegister", "true");
        }
    }

    @Test
    void a_disabled_provider_can_be_tried_and_lets_nobody_in() {
        trials.works.person(Person.named("trial-off", "trial-off"));
        stage.admin().disable(trials.works.slug());
        try {
            String notice = notice(trials.tried());
            assertTrue(notice.contains("Would be registered as trial-off") && notice.contains("the provider is disabled"), notice);
            assertEquals(403, House.here().visitor().get("/api/auth/sso?method=sso_get_token&provider=" + trials.works.slug()).status());
        } finally {
            stage.admin().enable(trials.works.slug());
        }
    }

    @Test
    void save_and_test_saves_and_leaves_at_once() {
        trials.works.person(Person.named("trial-save", "trial-save"));
        Page departure = trials.admin.submit(stage.admin().provider(trials.works.slug()).with("name", "Trial Works anew").adding("then", "test"));
        Document page = trials.shown(Trip.begun(trials.admin, departure).end());
        assertTrue(page.text().contains("Steps at Trial Works anew"), page.text());
        Document form = trials.admin.get("/admin/providers/" + trials.works.slug()).html();
        assertTrue(form.selectFirst("#sample").val().contains("trial-save"), form.text());
        assertTrue(form.selectFirst("#sample-hint").text().contains("From your last test sign-in, just now"), form.text());
        trials.admin.submit(stage.admin().provider(trials.works.slug()).with("name", "Trial Works"));
    }

    @Test
    void a_trial_leaves_by_the_style_of_its_provider() {
        Stage.Placed alist = stage.oidc("Trial Seeds", "redirectStyle", "ALIST");
        Trip trip = Trip.begun(trials.admin, press(trials.admin, alist.slug()));
        assertTrue(trip.asked("redirect_uri").endsWith("/api/auth/sso_callback?method=sso_get_token"), trip.asked("redirect_uri"));
        assertEquals(Set.of(PAGE), Set.of(trip.end().location().getPath()));
        stage.remove(alist);
    }
}

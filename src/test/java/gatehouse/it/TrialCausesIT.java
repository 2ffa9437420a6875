package gatehouse.it;

import static gatehouse.it.Trials.PAGE;
import static gatehouse.it.Trials.notice;
import static gatehouse.it.Trials.press;
import static gatehouse.it.Trials.steps;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Answer;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A trial that fails says why, and how to mend it. */
@InHouse
class TrialCausesIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Trials trials = new Trials(stage);

    @Test
    void a_trial_that_does_not_come_back_waits_and_says_what_to_check() {
        trials.works.fake().tell("/authorize", Answer.of(400, "text/html", "<h1>redirect_uri_mismatch</h1>"));
        Trip trip = trials.begin();
        assertEquals(400, trials.admin.get(trip.departure().location()).status());
        Document page = trials.admin.get(PAGE).html();
        assertTrue(notice(page).contains("Waiting for Trial Works"), notice(page));
        assertEquals(House.here().address() + "/api/auth/sso_callback/" + trials.works.slug(), page.selectFirst("#redirect").val());
        assertTrue(page.selectFirst("section[aria-labelledby=check]").text().contains(trials.works.fake().clientId()), page.text());
        assertEquals(1, page.select(".notice[data-wait] a[href='/admin/trial']").size());
        assertTrue(page.select(".left").size() > 4);
        assertEquals(1, trials.admin.get("/admin/providers/" + trials.works.slug()).html().select(".notice.warn a[href='/admin/trial']").size(), "the way back shows where to look");
        assertEquals(1, trials.admin.get("/admin/providers/new?preset=oidc").html().select(".notice.warn a[href='/admin/trial']").size());
    }

    @ParameterizedTest
    @CsvSource({"invalid_grant, refused the code", "invalid_client, does not accept the client ID and secret", "redirect_uri_mismatch, does not know the redirect address",
        "bad_verification_code, refused the code", "unauthorized_client, may not sign people in this way", "no_such_code, refused to exchange the code"})
    void an_error_inside_a_good_status_has_its_cause_and_its_mend(String code, String cause) {
        trials.works.fake().tell("/token", Answer.json("{\"error\":\"" + code + "\",\"error_description\":\"<b>look</b>\"}"));
        Document page = trials.tried();
        assertTrue(notice(page).contains(cause) && notice(page).contains(code) && notice(page).contains("<b>look</b>"), notice(page));
        assertEquals("alert", page.selectFirst("main > .notice").attr("role"));
        assertEquals(1, page.select("ol.trace .dot.bad").size());
        assertTrue(page.select("ol.trace b").isEmpty());
        assertEquals(List.of("Checked the signed id_token", "Read the user info", "Applied the mapping"), page.select(".left").stream().map(step -> step.select("div").first().ownText()).limit(3).toList());
    }

    @Test
    void a_wrong_secret_is_told_with_its_mend() {
        String secret = trials.works.fake().clientSecret();
        trials.works.fake().client(trials.works.fake().clientId(), "another-secret-than-ours");
        try {
            assertTrue(notice(trials.tried()).contains("Copy both again"));
        } finally {
            trials.works.fake().client(trials.works.fake().clientId(), secret);
        }
    }

    @Test
    void a_wrong_nonce_is_told_and_the_token_shown_without_its_signature() {
        trials.works.fake().idToken(token -> token.claim("nonce", "of-another-trip"));
        Document page = trials.tried();
        assertTrue(notice(page).contains("does not belong to this trip"), notice(page));
        assertTrue(page.text().contains("of-another-trip"), page.text());
        assertEquals(0, trials.works.userInfoCalls());
    }

    @Test
    void an_answer_that_names_nobody_is_told() {
        Stage.Placed plain = stage.oauth("Trial Plain", "ruleSubject", "$.nowhere");
        Document page = trials.shown(Trip.begun(trials.admin, press(trials.admin, plain.slug())).end());
        assertTrue(notice(page).contains("does not say who it is") && notice(page).contains("$.nowhere"), notice(page));
        stage.remove(plain);
    }

    @Test
    void a_provider_that_cannot_be_reached_is_told_without_leaving() {
        trials.works.fake().tell("/.well-known/openid-configuration", Answer.status(404));
        Page answer = press(trials.admin, trials.works.slug());
        Document page = trials.shown(answer);
        assertTrue(notice(page).contains("no OpenID Connect document"), notice(page));
        assertEquals(List.of("Sent you to the provider"), steps(page));
        assertTrue(page.selectFirst(".trace small").text().endsWith("/.well-known/openid-configuration → 404"), page.text());
    }

    @Test
    void who_says_no_at_the_provider_sees_it_in_the_trace() {
        trials.works.fake().refuses("access_denied");
        Document page = trials.tried();
        assertTrue(notice(page).contains("The person refused") && notice(page).contains("access_denied"), notice(page));
        assertEquals(0, trials.works.tokenCalls());
    }

    @Test
    void an_error_of_the_provider_is_shown_as_text() {
        Trip trip = trials.begin();
        Page end = trip.end(answer -> answer.without("code").and("error", "<script>alert(1)</script>").and("error_description", "<img src=x onerror=alert(1)>\r\nline"));
        Document page = trials.shown(end);
        assertTrue(notice(page).contains("<img src=x onerror=alert(1)> line"), notice(page));
        assertTrue(page.select("main script, main img[onerror]").isEmpty());
    }

    @Test
    void another_issuer_and_a_missing_code_end_before_the_token_call() {
        assertTrue(notice(trials.shown(trials.begin().end(answer -> answer.without("iss").and("iss", "https://attacker.example")))).contains("Another issuer answered"));
        assertTrue(notice(trials.shown(trials.begin().end(answer -> answer.without("code")))).contains("without a code"));
        assertEquals(0, trials.works.tokenCalls());
    }

    @Test
    void a_provider_changed_meanwhile_is_not_asked() {
        Trip trip = trials.begin();
        trip.home();
        trials.admin.submit(stage.admin().provider(trials.works.slug()).with("scope", "openid profile"));
        assertTrue(notice(trials.shown(trip.end())).contains("changed while you were away"));
        assertEquals(0, trials.works.tokenCalls());
    }
}

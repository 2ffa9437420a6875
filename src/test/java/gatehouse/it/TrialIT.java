package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Answer;
import gatehouse.it.provider.Person;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trial sign-in, as an administrator goes through it: what it shows, and that nothing else comes of it. */
@InHouse
class TrialIT {

    private static final String PAGE = "/admin/trial";
    private static Stage stage;
    private static Stage.Placed works;
    private static Town town;
    private static Visitor admin;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        works = stage.oidc("Trial Works");
        town = new Town(stage);
        admin = stage.admin().visitor();
    }

    @AfterEach
    void forget() {
        works.fake().reset();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Page press(Visitor visitor, String slug) {
        return visitor.post(PAGE + "/" + slug, Bindings.token(visitor));
    }

    private static Trip begin() {
        return Trip.begun(admin, press(admin, works.slug()));
    }

    /** There and back; the end is the trace, never a sign-in. */
    private static Document tried() {
        return shown(begin().end());
    }

    private static Document shown(Page end) {
        assertEquals(303, end.status(), end::text);
        assertEquals(PAGE, end.location().getPath());
        Page page = admin.get(end.location());
        assertEquals(200, page.status(), page::text);
        return page.html();
    }

    private static String notice(Document page) {
        return page.selectFirst("main > .notice").text();
    }

    private static List<String> steps(Document page) {
        return page.select("ol.trace > li:not(.left) > div").stream().map(step -> step.ownText()).toList();
    }

    /** What is written about people: nothing of it may change by a trial. */
    private static List<String> people() {
        return List.of(admin.get("/admin/providers").html().select("td.number").eachText().toString(), Myself.of(admin).html().select("#sso, table").text());
    }

    @Test
    void a_good_trial_shows_every_step_and_what_would_happen() {
        works.fake().person(Person.named("trial-1", "trial-ann"));
        List<String> before = people();
        Document page = tried();
        assertTrue(notice(page).contains("Would be registered as trial-ann"), notice(page));
        assertEquals(List.of("Sent you to the provider", "You came back from the provider", "Read what the provider publishes", "Exchanged the code for a token",
                "Checked the signed id_token", "Read the user info", "Applied the mapping", "What would happen: sign in, register or refuse"), steps(page));
        assertTrue(page.select(".left").isEmpty());
        assertTrue(page.text().contains("\"preferred_username\":\"trial-ann\"") && page.text().contains("\"alg\" : \"RS256\""), page.text());
        assertEquals(before, people());
        assertEquals("trial-ann", Myself.of(Trip.signIn(works.slug())).username(), "the name was still free");
        assertTrue(notice(tried()).contains("Would sign in as trial-ann"));
    }

    @Test
    void no_secret_of_the_trip_stands_on_the_page() {
        works.fake().person(Person.named("trial-secret", "trial-secret"));
        Trip trip = begin();
        String state = trip.asked("state");
        String nonce = trip.asked("nonce");
        String code = trip.answer().one("code");
        String page = shown(trip.end()).outerHtml();
        String sample = admin.get("/admin/providers/" + works.slug()).text();
        String token = works.fake().received("/userinfo").get(0).header("Authorization").orElseThrow().substring("Bearer ".length());
        String basic = works.fake().received("/token").get(0).header("Authorization").orElseThrow().substring("Basic ".length());
        String verifier = works.fake().received("/token").get(0).form().one("code_verifier");
        for (String secret : List.of(state, nonce, code, token, basic, verifier, works.fake().clientSecret(), works.fake().clientSecret().substring(0, 20))) {
            assertFalse(page.contains(secret), secret);
            assertFalse(sample.contains(secret), secret);
        }
        assertTrue(page.contains("•••("), page);
    }

    @Test
    void a_trial_whose_identity_is_known_writes_no_session_and_does_not_touch_the_account() {
        works.fake().person(Person.named("trial-known", "trial-known"));
        Visitor known = Trip.signIn(works.slug());
        String session = admin.cookies().find("session").orElseThrow().value();
        int sessions = known.get("/profile").html().select("form[action^=/profile/sessions]").size();
        assertTrue(notice(tried()).contains("Would sign in as trial-known"));
        assertEquals(session, admin.cookies().find("session").orElseThrow().value());
        assertEquals("admin", Myself.of(admin).username());
        assertEquals(sessions, known.get("/profile").html().select("form[action^=/profile/sessions]").size());
    }

    @Test
    void a_trial_says_why_somebody_would_be_refused() {
        works.fake().person(Person.named("trial-closed", "trial-closed"));
        stage.off("autoRegister");
        try {
            assertTrue(notice(tried()).contains("auto register is off"));
        } finally {
            stage.set("autoRegister", "true");
        }
    }

    @Test
    void a_disabled_provider_can_be_tried_and_lets_nobody_in() {
        works.fake().person(Person.named("trial-off", "trial-off"));
        stage.admin().disable(works.slug());
        try {
            String notice = notice(tried());
            assertTrue(notice.contains("Would be registered as trial-off") && notice.contains("the provider is disabled"), notice);
            assertEquals(403, House.here().visitor().get("/api/auth/sso?method=sso_get_token&provider=" + works.slug()).status());
        } finally {
            stage.admin().enable(works.slug());
        }
    }

    @Test
    void a_trial_that_does_not_come_back_waits_and_says_what_to_check() {
        works.fake().tell("/authorize", Answer.of(400, "text/html", "<h1>redirect_uri_mismatch</h1>"));
        Trip trip = begin();
        assertEquals(400, admin.get(trip.departure().location()).status());
        Document page = admin.get(PAGE).html();
        assertTrue(notice(page).contains("Waiting for Trial Works"), notice(page));
        assertEquals(House.here().address() + "/api/auth/sso_callback/" + works.slug(), page.selectFirst("#redirect").val());
        assertTrue(page.selectFirst("section[aria-labelledby=check]").text().contains(works.fake().clientId()), page.text());
        assertEquals(1, page.select(".notice[data-wait] a[href='/admin/trial']").size());
        assertTrue(page.select(".left").size() > 4);
        assertEquals(1, admin.get("/admin/providers/" + works.slug()).html().select(".notice.warn a[href='/admin/trial']").size(), "the way back shows where to look");
        assertEquals(1, admin.get("/admin/providers/new?preset=oidc").html().select(".notice.warn a[href='/admin/trial']").size());
    }

    @ParameterizedTest
    @CsvSource({"invalid_grant, refused the code", "invalid_client, does not accept the client ID and secret", "redirect_uri_mismatch, does not know the redirect address",
        "bad_verification_code, refused the code", "unauthorized_client, may not sign people in this way", "no_such_code, refused to exchange the code"})
    void an_error_inside_a_good_status_has_its_cause_and_its_mend(String code, String cause) {
        works.fake().tell("/token", Answer.json("{\"error\":\"" + code + "\",\"error_description\":\"<b>look</b>\"}"));
        Document page = tried();
        assertTrue(notice(page).contains(cause) && notice(page).contains(code) && notice(page).contains("<b>look</b>"), notice(page));
        assertEquals("alert", page.selectFirst("main > .notice").attr("role"));
        assertEquals(1, page.select("ol.trace .dot.bad").size());
        assertTrue(page.select("ol.trace b").isEmpty());
        assertEquals(List.of("Checked the signed id_token", "Read the user info", "Applied the mapping"), page.select(".left").stream().map(step -> step.select("div").first().ownText()).limit(3).toList());
    }

    @Test
    void a_wrong_secret_is_told_with_its_mend() {
        String secret = works.fake().clientSecret();
        works.fake().client(works.fake().clientId(), "another-secret-than-ours");
        try {
            assertTrue(notice(tried()).contains("Copy both again"));
        } finally {
            works.fake().client(works.fake().clientId(), secret);
        }
    }

    @Test
    void a_wrong_nonce_is_told_and_the_token_shown_without_its_signature() {
        works.fake().idToken(token -> token.claim("nonce", "of-another-trip"));
        Document page = tried();
        assertTrue(notice(page).contains("does not belong to this trip"), notice(page));
        assertTrue(page.text().contains("of-another-trip"), page.text());
        assertEquals(0, works.userInfoCalls());
    }

    @Test
    void an_answer_that_names_nobody_is_told() {
        Stage.Placed plain = stage.oauth("Trial Plain", "ruleSubject", "$.nowhere");
        Document page = shown(Trip.begun(admin, press(admin, plain.slug())).end());
        assertTrue(notice(page).contains("does not say who it is") && notice(page).contains("$.nowhere"), notice(page));
        stage.remove(plain);
    }

    @Test
    void a_provider_that_cannot_be_reached_is_told_without_leaving() {
        works.fake().tell("/.well-known/openid-configuration", Answer.status(404));
        Page answer = press(admin, works.slug());
        Document page = shown(answer);
        assertTrue(notice(page).contains("no OpenID Connect document"), notice(page));
        assertEquals(List.of("Sent you to the provider"), steps(page));
        assertTrue(page.selectFirst(".trace small").text().endsWith("/.well-known/openid-configuration → 404"), page.text());
    }

    @Test
    void who_says_no_at_the_provider_sees_it_in_the_trace() {
        works.fake().refuses("access_denied");
        Document page = tried();
        assertTrue(notice(page).contains("The person refused") && notice(page).contains("access_denied"), notice(page));
        assertEquals(0, works.tokenCalls());
    }

    @Test
    void an_error_of_the_provider_is_shown_as_text() {
        Trip trip = begin();
        Page end = trip.end(answer -> answer.without("code").and("error", "<script>alert(1)</script>").and("error_description", "<img src=x onerror=alert(1)>\r\nline"));
        Document page = shown(end);
        assertTrue(notice(page).contains("<img src=x onerror=alert(1)> line"), notice(page));
        assertTrue(page.select("main script, main img[onerror]").isEmpty());
    }

    @Test
    void another_issuer_and_a_missing_code_end_before_the_token_call() {
        assertTrue(notice(shown(begin().end(answer -> answer.without("iss").and("iss", "https://attacker.example")))).contains("Another issuer answered"));
        assertTrue(notice(shown(begin().end(answer -> answer.without("code")))).contains("without a code"));
        assertEquals(0, works.tokenCalls());
    }

    @Test
    void a_provider_changed_meanwhile_is_not_asked() {
        Trip trip = begin();
        trip.home();
        admin.submit(stage.admin().provider(works.slug()).with("scope", "openid profile"));
        assertTrue(notice(shown(trip.end())).contains("changed while you were away"));
        assertEquals(0, works.tokenCalls());
    }

    @Test
    void a_trial_is_used_once_and_never_ends_as_a_sign_in_or_a_bind() {
        works.fake().person(Person.named("trial-once", "trial-once"));
        Trip trip = begin();
        shown(trip.end());
        assertEquals(400, trip.end().status());
        assertFalse(Myself.of(admin).bound(works.slug()));
        Trip other = begin();
        Page method = other.end(answer -> answer.and("method", "get_sso_id").and("intent", "BIND"));
        assertTrue(notice(shown(method)).contains("Would be registered as trial-once"));
        assertFalse(Myself.of(admin).bound(works.slug()));
        Visitor resident = town.resident("trial-resident", "a quiet brown otter");
        assertEquals(400, begin().end(resident).status(), "another browser");
        assertFalse(Myself.of(resident).bound(works.slug()));
    }

    @Test
    void a_sign_in_never_ends_as_a_trial() {
        works.fake().person(Person.named("trial-not", "trial-not"));
        String before = admin.get(PAGE).html().select(".trace").text();
        Page end = Trip.begin(House.here().visitor(), works.slug()).end(answer -> answer.and("intent", "TRIAL"));
        assertNotEquals(PAGE, end.location().getPath());
        assertEquals(before, admin.get(PAGE).html().select(".trace").text());
    }

    @Test
    void another_administrators_session_does_not_see_it_and_signing_out_takes_it_away() {
        works.fake().person(Person.named("trial-mine", "trial-mine"));
        Visitor mine = Admin.signedIn().visitor();
        Page end = Trip.begun(mine, press(mine, works.slug())).end();
        assertEquals(PAGE, end.location().getPath());
        assertTrue(mine.get(PAGE).text().contains("trial-mine"));
        assertTrue(mine.get("/admin/providers/" + works.slug()).html().selectFirst("#sample").val().contains("trial-mine"));
        Visitor other = Admin.signedIn().visitor();
        assertFalse(other.get(PAGE).text().contains("trial-mine"));
        assertFalse(other.get("/admin/providers/" + works.slug()).text().contains("trial-mine"));
        Trip flight = Trip.begun(mine, press(mine, works.slug()));
        flight.home();
        assertEquals(303, mine.submit(mine.get("/profile").formTo("/logout")).status());
        assertEquals(400, flight.end().status(), "the session that began it is gone");
        Login.with(mine, "admin", House.adminPassword());
        assertTrue(mine.get(PAGE).html().select(".trace").isEmpty());
    }

    @Test
    void another_session_of_the_same_browser_does_not_end_it() {
        Visitor mine = Admin.signedIn().visitor();
        Trip flight = Trip.begun(mine, press(mine, works.slug()));
        flight.home();
        mine.cookies().put(Admin.signedIn().visitor().cookies().find("session").orElseThrow());
        assertEquals(400, flight.end().status());
        assertEquals(0, works.tokenCalls());
    }

    @Test
    void only_administrators_try_by_the_form_and_only_what_there_is() {
        Visitor resident = town.resident("trial-user", "a quiet brown otter");
        assertEquals(403, resident.get(PAGE).status());
        assertEquals(403, press(resident, works.slug()).status());
        assertEquals("/login", House.here().visitor().get(PAGE).location().getPath());
        assertEquals(403, admin.post(PAGE + "/" + works.slug(), Parameters.none()).status());
        assertEquals(405, admin.get(PAGE + "/" + works.slug()).status());
        assertEquals(404, press(admin, "no-such-provider").status());
    }

    @Test
    void single_sign_on_that_is_off_sends_nobody_and_takes_nobody_back() {
        Trip flight = begin();
        flight.home();
        stage.off("enabled");
        try {
            assertEquals(403, press(admin, works.slug()).status());
            assertEquals(403, flight.end().status());
            assertTrue(admin.get(PAGE).text().contains("Switch it on first"));
        } finally {
            stage.set("enabled", "true");
        }
    }

    @Test
    void save_and_test_saves_and_leaves_at_once() {
        works.fake().person(Person.named("trial-save", "trial-save"));
        Page departure = admin.submit(stage.admin().provider(works.slug()).with("name", "Trial Works anew").adding("then", "test"));
        Document page = shown(Trip.begun(admin, departure).end());
        assertTrue(page.text().contains("Steps at Trial Works anew"), page.text());
        Document form = admin.get("/admin/providers/" + works.slug()).html();
        assertTrue(form.selectFirst("#sample").val().contains("trial-save"), form.text());
        assertTrue(form.selectFirst("#sample-hint").text().contains("From your last test sign-in, 0 minutes ago"), form.text());
        admin.submit(stage.admin().provider(works.slug()).with("name", "Trial Works"));
    }

    @Test
    void a_trial_leaves_by_the_style_of_its_provider() {
        Stage.Placed alist = stage.oidc("Trial Seeds", "redirectStyle", "ALIST");
        Trip trip = Trip.begun(admin, press(admin, alist.slug()));
        assertTrue(trip.asked("redirect_uri").endsWith("/api/auth/sso_callback?method=sso_get_token"), trip.asked("redirect_uri"));
        assertEquals(Set.of(PAGE), Set.of(trip.end().location().getPath()));
        stage.remove(alist);
    }

    @Test
    void pages_that_begin_a_trial_let_a_form_lead_to_a_provider() {
        String provider = "/admin/providers/" + works.slug();
        for (Map.Entry<String, Boolean> page : Map.of(PAGE, false, "/admin/welcome", false, provider, false, "/admin/providers/new", false, "/admin/providers", true,
                provider + "/delete", true, provider + "/disable", true).entrySet()) {
            assertEquals(page.getValue(), admin.get(page.getKey()).header("Content-Security-Policy").orElseThrow().contains("form-action"), page.getKey());
        }
    }
}

package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class AuditIT {

    private static final String PASSWORD = "quiet brown otter";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Audit Works");
    private static final Town town = new Town(stage);
    private static final Visitor admin = stage.admin().visitor();

    private static List<String> kinds(String... filter) {
        return Told.by(admin, filter).stream().map(Told::what).toList();
    }

    private static String reference(Page refused) {
        return refused.html().select("main p.hint code").text();
    }

    @Test
    @DisplayName("B-21 what a person does to their account is told, with the person, the device and the way")
    void a_persons_story_is_told() {
        Visitor ann = town.resident("audit-ann", PASSWORD);
        works.person(Person.named("audit-ann", "ann-there"));
        assertEquals(303, Bindings.bind(ann, works.slug()).status());
        Form profile = ann.get("/profile").formTo("/profile");
        assertEquals(303, ann.submit(profile.with("username", "audit-anna", "currentPassword", PASSWORD)).status());
        assertEquals(303, ann.post("/profile/sessions/end", Bindings.token(ann)).status());
        assertEquals(303, ann.submit(ann.get("/profile").formTo("/logout"), "User-Agent", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0").status());
        List<Told> told = Told.by(admin, "person", "audit-anna");
        assertEquals(List.of("Signed out", "All other sessions ended", "Username changed", "Identity bound", "Signed in", "Identity unbound", "Password set",
                "Signed in", "Registered"), told.stream().map(Told::what).toList());
        assertEquals(works.slug(), told.get(3).provider());
        assertEquals("audit-ann → audit-anna", told.get(2).detail());
        assertTrue(told.get(0).from().startsWith("Firefox · Linux"), told.get(0).from());
        assertEquals("audit-anna", told.get(0).person());
    }

    @Test
    void a_refused_sign_in_is_told_with_its_reason() {
        town.resident("audit-bee", PASSWORD);
        assertEquals(401, Login.anew("Audit-Bee", "wrong").status());
        Told refused = Told.by(admin, "person", "audit-bee", "kind", "SIGN_IN_FAILED").get(0);
        assertEquals("Sign-in refused", refused.what());
        assertTrue(refused.detail().contains("The username or the password is wrong.") && refused.detail().contains("refused.wrong-password"), refused.detail());
        assertEquals(401, Login.anew("audit-nobody", "wrong").status());
        assertEquals(List.of("Sign-in refused"), kinds("person", "audit-nobody"));
    }

    @Test
    void the_reference_on_a_page_leads_to_the_log_and_to_the_servers_log() throws IOException {
        works.person(Person.named("audit-stranger", "audit-stranger"));
        stage.off("autoRegister");
        Page page = Trip.begin(House.here().visitor(), works.slug()).end();
        stage.set("autoRegister", "true");
        assertEquals(403, page.status());
        List<Told> told = Told.by(admin, "reference", reference(page));
        assertEquals(1, told.size(), reference(page));
        assertEquals(List.of("Sign-in refused", works.slug(), reference(page)), List.of(told.get(0).what(), told.get(0).provider(), told.get(0).reference()));
        assertTrue(House.log().contains("reference " + reference(page) + ": 403 refused.not-bound"));
    }

    @Test
    @DisplayName("B-09 A-01 what somebody signed in is refused is told: another's identity, an administrator's page")
    void refusals_of_people_are_told() {
        Visitor cat = town.resident("audit-cat", PASSWORD);
        Page unbind = Bindings.unbind(cat, works.slug());
        Page forbidden = cat.get("/admin/audit");
        assertEquals(List.of(404, 403), List.of(unbind.status(), forbidden.status()));
        for (Page page : List.of(unbind, forbidden)) {
            Told told = Told.by(admin, "reference", reference(page)).get(0);
            assertEquals(List.of("Refused", "audit-cat"), List.of(told.what(), told.person()));
        }
    }

    @Test
    void changed_settings_are_told_as_they_were_and_as_they_are() {
        stage.set("defaultDir", "/audit-one");
        stage.set("defaultDir", "/test1");
        Told told = Told.by(admin, "kind", "SETTINGS_CHANGED").get(0);
        assertTrue(told.detail().contains("sso.default-dir: /audit-one → /test1"), told.detail());
        assertEquals("admin", told.person());
    }

    @Test
    void pages_follow_each_other_without_gap_or_double() {
        Visitor visitor = House.here().visitor();
        for (int i = 0; i < 60; i++) assertEquals(400, visitor.get("/api/auth/sso_callback?state=" + "a".repeat(43)).status());
        Page first = admin.get("/admin/audit?kind=SIGN_IN_FAILED");
        List<String> references = new ArrayList<>(Told.on(first).stream().map(Told::reference).toList());
        assertEquals(50, references.size());
        Page second = admin.get(first.html().selectFirst("nav.pages a[rel=next]").attr("href"));
        references.addAll(Told.on(second).stream().map(Told::reference).toList());
        assertEquals(references.size(), new HashSet<>(references).size());
        assertTrue(references.size() >= 60, references.size() + " lines");
        assertEquals(1, second.html().select("nav.pages a[href='/admin/audit?kind=SIGN_IN_FAILED']").size());
        assertEquals(Told.on(first), Told.on(admin.get("/admin/audit?kind=SIGN_IN_FAILED&after=nonsense")));
    }

    @Test
    void the_days_of_the_filter_are_checked_and_kept() {
        Page wrong = admin.get("/admin/audit?from=yesterday&person=audit-x");
        assertEquals(422, wrong.status());
        assertEquals("yesterday", wrong.html().selectFirst("#from").val());
        assertEquals("audit-x", wrong.html().selectFirst("#person").val());
        assertEquals(List.of(), kinds("to", "2020-01-01"));
        assertFalse(kinds("from", "2020-01-01").isEmpty());
    }

    @Test
    @DisplayName("V-11 A-07 the export holds what the filter finds, safe for spreadsheets and without a secret, and is told itself")
    void the_export_is_safe_and_bounded() {
        Login.anew("@audit-sum(1)", "wrong");
        Page csv = admin.get("/admin/audit/export?kind=SIGN_IN_FAILED");
        assertEquals("text/csv;charset=UTF-8", csv.header("Content-Type").orElseThrow().replace(" ", "").replace("utf-8", "UTF-8"));
        assertTrue(csv.header("Content-Disposition").orElseThrow().startsWith("attachment;"));
        String[] lines = csv.text().split("\r\n");
        assertTrue(lines[0].startsWith("\uFEFF\"time\",\"event\",\"username\""), lines[0]);
        assertTrue(lines[1].contains("\",\"SIGN_IN_FAILED\",\"'@audit-sum_1_\",\"\",\"\",\"refused.wrong-password\","), lines[1]);
        for (int i = 1; i < lines.length; i++) assertTrue(lines[i].matches("\"[^\"]*\",\"SIGN_IN_FAILED\",.*"), lines[i]);
        assertEquals("Audit log exported", Told.by(admin, "kind", "AUDIT_EXPORTED").get(0).what());
        String everything = admin.get("/admin/audit/export").text() + admin.get("/admin/audit").text();
        for (String secret : List.of(House.adminPassword(), works.fake().clientSecret(), PASSWORD)) assertFalse(everything.contains(secret));
        assertEquals(400, admin.get("/admin/audit/export?from=yesterday").status());
    }

    @Test
    void how_long_events_are_kept_is_a_setting() {
        for (String wrong : List.of("6", "3651", "", "-1", "many")) {
            Page refused = keep(wrong);
            assertEquals(422, refused.status());
            assertEquals(wrong, refused.html().selectFirst("#days").val());
        }
        assertEquals(303, keep("365").status());
        assertEquals("365", admin.get("/admin/audit").html().selectFirst("#days").val());
        assertEquals(303, keep("180").status());
        assertTrue(Told.by(admin, "kind", "SETTINGS_CHANGED").get(0).detail().contains("audit.days: 365 → 180"));
    }

    private static Page keep(String days) {
        return admin.submit(admin.get("/admin/audit").form("form[method=post][action='/admin/audit']").with("days", days));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/audit", "/admin/audit/export", "/admin/status"})
    @DisplayName("A-01 the log and the status are for administrators")
    void nobody_else_reads_it(String path) {
        assertEquals("/login", House.here().visitor().get(path).location().getPath());
        assertEquals(403, works.newcomer("audit-dan").get(path).status());
    }

    @Test
    @DisplayName("B-21 people read what happened to their own account, and nobody else's")
    void people_see_what_happened_to_their_account() {
        town.resident("audit-eve", PASSWORD);
        Visitor fay = town.resident("audit-fay", PASSWORD);
        Login.anew("audit-fay", "wrong");
        Page activity = fay.get(fay.get("/profile").html().selectFirst("main a[href='/profile/activity']").attr("href"));
        List<Told> told = Told.on(activity);
        assertEquals(List.of("Sign-in refused", "Signed in", "Identity unbound", "Password set", "Signed in", "Registered"), told.stream().map(Told::what).toList());
        assertFalse(activity.text().contains("audit-eve"));
        assertEquals("/login", House.here().visitor().get("/profile/activity").location().getPath());
    }
}

package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Answer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class StatusIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Status Works");

    private static String row(String area) {
        Page page = stage.admin().visitor().get("/admin/status");
        assertEquals(200, page.status(), page::text);
        return String.join("\n", page.html().select("table.findings tr").stream().filter(row -> row.select("th").text().equals(area)).map(Element::text).toList());
    }

    private static String metrics() {
        Page page = House.here().visitor().get("/status/metrics");
        assertEquals(200, page.status());
        assertTrue(page.header("Content-Type").orElseThrow().startsWith("text/plain"));
        return page.text();
    }

    private static long count(String series) {
        return Pattern.compile("(?m)^" + Pattern.quote(series) + " ([0-9]+)$").matcher(metrics()).results().map(MatchResult::group).findFirst()
                .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1))).orElse(0L);
    }

    @Test
    void the_status_says_how_it_is_and_what_to_do() {
        assertTrue(row("Database").contains(" good "), row("Database"));
        assertTrue(row("Clock").contains("agree"), row("Clock"));
        assertTrue(row("Keys and passwords").contains("keys"), row("Keys and passwords"));
        assertTrue(row("Public address").contains("GATEHOUSE_PUBLIC_URL"), row("Public address"));
        assertTrue(row("Load").contains("open."), row("Load"));
    }

    @Test
    void a_provider_is_told_by_its_last_trip() {
        Stage.Placed broken = stage.oauth("Status Broken");
        assertTrue(row("Providers").contains("Status Broken: nobody has come by it"), row("Providers"));
        broken.newcomer("status-ann");
        assertTrue(row("Providers").contains("Status Broken answers"), row("Providers"));
        broken.fake().tellOnce("/token", Answer.status(500));
        assertEquals(502, Trip.begin(House.here().visitor(), broken.slug()).end().status());
        assertTrue(row("Providers").contains("Status Broken failed the last time"), row("Providers"));
    }

    @Test
    @DisplayName("metrics count a sign-in and a refusal, by provider and outcome, and name nobody")
    void a_sign_in_and_a_refusal_are_counted() {
        String ok = "gatehouse_sign_ins_total{way=\"provider\",provider=\"" + works.slug() + "\",outcome=\"ok\"}";
        String wrong = "gatehouse_sign_ins_total{way=\"password\",provider=\"\",outcome=\"wrong-password\"}";
        long signIns = count(ok);
        long refusals = count(wrong);
        works.newcomer("status-bee");
        assertEquals(401, Login.anew("status-bee", "wrong").status());
        assertEquals(signIns + 1, count(ok));
        assertEquals(refusals + 1, count(wrong));
        assertTrue(count("gatehouse_provider_trip_seconds_count{provider=\"" + works.slug() + "\"}") > 0);
        assertTrue(count("gatehouse_sessions") > 0);
        assertEquals(1, count("gatehouse_ready"));
        assertFalse(metrics().contains("status-bee"));
        assertFalse(metrics().contains("Status Works"));
    }

    @Test
    @DisplayName("metrics name no provider that is off, also after a trial of it")
    void metrics_name_no_provider_that_is_off() {
        Stage.Placed off = stage.oauth("Status Off");
        off.newcomer("status-off");
        assertTrue(metrics().contains("\"" + off.slug() + "\""));
        stage.admin().disable(off.slug());
        Visitor admin = stage.admin().visitor();
        Page departure = admin.post("/admin/trial/" + off.slug(), Bindings.token(admin));
        assertEquals("/admin/trial", Trip.begun(admin, departure).end().location().getPath());
        assertFalse(metrics().contains("\"" + off.slug() + "\""), metrics());
    }

    @Test
    @DisplayName("headers of a proxy that is not trusted: nobody is on this machine then, and before an address is set the administrator is asked for it")
    void headers_of_a_stranger_make_no_address() {
        Page page = stage.admin().visitor().get("/admin/status", "X-Forwarded-Host", "gate.example.test", "X-Forwarded-Proto", "https");
        assertEquals(303, page.status(), page::text);
        assertEquals(House.here().address() + "/admin/address", page.location().toString());
    }

    @Test
    void metrics_are_well_formed() {
        for (String line : metrics().split("\n")) {
            assertTrue(line.matches("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{([a-z_]+=\"[^\"]*\",?)+\\})? [0-9.E+-]+"), line);
        }
        assertTrue(House.here().wire().send("GET /status/metrics HTTP/1.1\r\nHost: any.example.test\r\nConnection: close\r\n\r\n").contains("gatehouse_ready"));
        assertEquals(405, House.here().visitor().post("/status/metrics", Parameters.none()).status());
    }
}

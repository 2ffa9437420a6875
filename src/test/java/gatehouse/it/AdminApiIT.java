package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the panel does besides accounts and providers, done by programs. */
@InHouse
class AdminApiIT {

    private static final String PASSWORD = "thirteen quiet lamps";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final AdminApi api = new AdminApi(stage);

    @Test
    @DisplayName("the reference of a JSON answer leads to its line in the audit log and in the server's log")
    void a_reference_leads_to_the_logs() throws IOException {
        Page refused = new Script(new Town(stage).resident("ref-ann", PASSWORD)).get("/api/admin/status");
        String reference = refused.header("X-Gatehouse-Reference").orElseThrow();
        assertEquals(403, refused.status());
        assertEquals("ref-ann", api.read("audit/list?reference=" + reference).get("content").get(0).get("username").textValue());
        assertTrue(House.log().contains("reference " + reference + ": 403 refused.forbidden"));
        Page page = stage.admin().visitor().get("/admin/users/999999999");
        assertEquals(page.html().select("main p.hint code").text(), page.header("X-Gatehouse-Reference").orElseThrow());
    }

    @Test
    void the_status_names_what_is_wrong_and_its_mend() {
        JsonNode status = api.read("status");
        assertTrue(status.get("findings").size() > 4, status::toString);
        for (JsonNode finding : status.get("findings")) assertEquals(finding.get("level").textValue().equals("good"), finding.get("mend").isNull(), finding::toString);
    }

    @Test
    void the_address_people_use_is_read_set_and_forgotten_and_a_wrong_one_refused() {
        assertEquals(House.here().address().toString(), api.read("address").get("here").textValue());
        assertEquals(200, api.post("address", "{'public_url':'" + House.here().address() + "/'}").status());
        assertEquals(House.here().address().toString(), api.read("address").get("public_url").textValue());
        assertEquals(200, api.post("address", "{'public_url':''}").status());
        assertTrue(api.read("address").get("public_url").isNull());
        for (String wrong : List.of("'ftp://x'", "'https://h/path'", "'https://u@h'", "''", "'nowhere'")) {
            Page page = api.post("address", "{'public_url':" + wrong + "}");
            assertEquals(422, page.status(), wrong);
            assertTrue(Program.data(page).has("public_url"), page::text);
        }
        for (String wrong : List.of("{}", "{'public_url':7}", "{'publicUrl':'http://x'}", "[]")) assertEquals(400, api.post("address", wrong).status(), wrong);
    }

    @Test
    @DisplayName("how long the log is kept: a fresh browser's session only, by whichever address")
    void retention_needs_a_fresh_session() {
        assertEquals(403, api.post("audit/keep", "{'days':30}").status());
        assertEquals(403, api.post("setting/save", "[{'key':'audit_days','value':'30'}]").status());
        assertEquals(200, api.byBrowser("audit/keep", "{'days':365}").status());
        assertEquals("365", api.read("setting/get?key=audit_days").get("value").textValue());
        assertEquals(200, api.post("setting/save", "[{'key':'audit_days','value':'365'}]").status());
        for (String wrong : List.of("6", "3651", "-1")) assertTrue(Program.data(api.byBrowser("audit/keep", "{'days':" + wrong + "}")).has("days"), wrong);
        for (String wrong : List.of("{}", "{'days':'30'}", "{'days':30.5}", "{'day':30}")) assertEquals(400, api.byBrowser("audit/keep", wrong).status(), wrong);
        assertEquals(200, api.byBrowser("audit/keep", "{'days':180}").status());
    }

    @Test
    @DisplayName("V-11 the log is a file for spreadsheets, by a token too; a day that is none is named")
    void the_log_is_exported() {
        Page file = api.get("audit/export?kind=SIGNED_IN");
        assertTrue(file.text().startsWith("\uFEFF\"time\",\"event\",\"username\""), file::text);
        assertTrue(file.header("Content-Disposition").orElseThrow().startsWith("attachment;"));
        assertEquals("AUDIT_EXPORTED", api.read("audit/list?kind=AUDIT_EXPORTED").get("content").get(0).get("kind").textValue());
        Page wrong = api.get("audit/export?from=yesterday");
        assertEquals(422, wrong.status());
        assertTrue(Program.envelope(wrong).get("data").has("from"), wrong::text);
    }

    @Test
    @DisplayName("a guarded service's configurations are the very texts that its page shows")
    void configurations_are_those_of_the_page() {
        JsonNode made = Program.data(api.post("service/create", "{'name':'Api dav','address':'https://api-dav.example.test/a','mode':'WEBDAV','confinement':'FRONT','upstream':'http://127.0.0.1:9','sign_in':'http://localhost'}"));
        Page page = stage.admin().visitor().get("/admin/services/" + made.get("id"));
        JsonNode texts = api.read("service/proxies?id=" + made.get("id"));
        for (String kind : List.of("nginx", "caddy", "traefik")) {
            assertEquals(page.html().selectFirst("#config-" + kind).wholeText().strip(), texts.get(kind).textValue().strip(), kind);
        }
        assertTrue(texts.get("nginx").textValue().contains("<D:href>"));
        assertEquals(404, api.get("service/proxies?id=999999999").status());
        assertEquals(404, api.get("service/proxies?id=x").status());
        assertEquals(200, api.byBrowser("service/delete?id=" + made.get("id"), "").status());
    }

    @Test
    void roles_tell_who_has_them_and_from_where() {
        String slug = stage.oauth("Api holders").slug();
        JsonNode user = null;
        for (JsonNode row : api.read("role/holders")) if (row.get("granted").toString().contains("Api holders")) user = row;
        assertTrue(user != null && user.get("granted").toString().contains("\"grants\":true"), slug);
    }

    @Test
    @DisplayName("an account is added switched off in one step")
    void an_account_is_added_switched_off() {
        Page made = api.post("user/create", "{'username':'japi-off','one_time':true,'disabled':true}");
        assertEquals(200, made.status(), made::text);
        assertTrue(api.read("user/get?id=" + Program.data(made).get("id")).get("user").get("disabled").booleanValue());
        assertEquals(401, Program.anonymous().post("/api/auth/login", "{\"username\":\"japi-off\",\"password\":" + Program.data(made).get("one_time_password") + "}").status());
        assertEquals(200, api.byBrowser("user/delete?id=" + Program.data(made).get("id"), "").status());
    }
}

package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.it.provider.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a script in a signed-in browser may, and an access token may not: imports, trials, a one-time password. */
@InHouse
class BrowserApiIT {

    private static final String PASSWORD = "fourteen quiet lamps";
    private static final String IMPORT = "/api/admin/import";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oauth("Browser Works");
    private static final Desk desk = new Desk(stage.admin().visitor());
    private static final Script browser = new Script(stage.admin().visitor());

    private static String user(String name) {
        return "{'username':'" + name + "','base_path':'/old/" + name + "','role':0,'permission':152,'disabled':false,'sso_id':'id-" + name + "'}";
    }

    private static Page brought(String... users) {
        String settings = "{'key':'sso_default_dir','value':'/home/api'},{'key':'sso_organization_name','value':'x'}";
        return browser.post(IMPORT, "{'backup':{'encrypted':'','settings':[" + settings + "],'users':[" + String.join(",", users) + "]}}");
    }

    private static JsonNode looked(String query) {
        Page page = browser.get(IMPORT + query);
        assertEquals(200, page.status(), page::text);
        return Program.data(page);
    }

    @Test
    @DisplayName("a backup is brought, looked at for a provider, taken over as named, and once")
    void a_backup_is_taken_over() {
        assertEquals(200, brought(user("japi-one"), user("japi-two")).status());
        JsonNode backup = looked("?provider=" + works.slug());
        assertEquals(List.of("id-japi-one", "id-japi-two"), backup.get("people").findValuesAsText("subject"));
        assertEquals(List.of("new", "new"), backup.get("people").findValuesAsText("state"));
        assertEquals("[\"sso_organization_name\"]", backup.get("dead").toString());
        assertEquals("", looked("?provider=").get("people").get(0).get("subject").textValue());
        Page done = browser.post(IMPORT + "/apply", "{'settings':['sso_default_dir'],'people':[1],'provider':'" + works.slug() + "'}");
        assertEquals("{\"settings\":1,\"people\":1,\"bound\":1}", Program.data(done).toString());
        assertEquals("/home/api", stage.admin().settings().value("defaultDir"));
        assertEquals("/old/japi-two", Myself.of(works.newcomer("id-japi-two", "whatever")).basePath());
        assertEquals(404, browser.get(IMPORT).status());
        assertEquals(404, browser.post(IMPORT + "/apply", "{'people':[0]}").status());
        assertTrue(stage.admin().visitor().get("/admin/users?q=japi-one").html().select("tbody tr").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'people':['0']}", "{'people':[-1]}", "{'people':[2]}", "{'people':[1.5]}", "{'people':[10000]}", "{'people':0}", "{'settings':['sso_client_secret']}", "{'settings':'x'}",
        "{'bits':'mine'}", "{'bits':7}", "{'provider':7}", "{'persons':[0]}", "[]", "7"})
    @DisplayName("what names nothing in the backup, or is of the wrong type, takes nothing over")
    void what_is_wrong_takes_nothing_over(String json) {
        assertEquals(200, brought(user("japi-wrong"), user("japi-none")).status());
        assertEquals(400, browser.post(IMPORT + "/apply", json).status());
        assertEquals("new", looked("").get("people").get(0).get("state").textValue());
    }

    @Test
    @DisplayName("a provider that is gone, and higher bits nobody was asked about, are named; forgetting forgets")
    void what_is_missing_is_named() {
        assertEquals(200, brought(user("japi-bits").replace("152", "49160")).status());
        assertTrue(Program.data(browser.post(IMPORT + "/apply", "{'people':[0]}")).has("bits"));
        assertTrue(Program.data(browser.post(IMPORT + "/apply", "{'people':[0],'bits':'drop','provider':'gone'}")).has("provider"));
        assertEquals(200, browser.post(IMPORT + "/forget", "").status());
        assertEquals(404, browser.get(IMPORT).status());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {"{}|backup", "{'backup':{}}|backup", "{'backup':{'users':7}}|backup", "{'backup':{'encrypted':'U2FsdGVkX18=','users':[]},'passphrase':'x'}|passphrase",
        "{'backup':{'encrypted':'U2FsdGVkX18=','users':[]}}|passphrase"})
    @DisplayName("what is no backup is named, and so is a passphrase that is missing or does not open it")
    void what_is_no_backup_is_refused(String json, String field) {
        Page page = browser.post(IMPORT, json);
        assertEquals(422, page.status(), page::text);
        assertEquals(List.of(field), Program.data(page).properties().stream().map(Map.Entry::getKey).toList(), page::text);
        for (String wrong : List.of("{'backup':'x'}", "{'backup':[]}", "{'backup':{},'passphrase':7}", "{'file':{}}")) assertEquals(400, browser.post(IMPORT, wrong).status(), wrong);
    }

    @Test
    @DisplayName("a megabyte is read, nine are refused, and another session sees nothing")
    void size_and_owner() {
        String filler = "\"" + "x".repeat(500_000) + "\"";
        assertEquals(200, brought(user("japi-large"), "{'username':'japi-larger','note':[" + filler + "," + filler + "," + filler + "]}").status());
        Visitor other = House.here().visitor();
        assertEquals(303, Login.with(other, "admin", House.adminPassword()).status());
        assertEquals(404, new Script(other).get(IMPORT).status());
        assertEquals(2, looked("").get("people").size());
        assertEquals(413, browser.post(IMPORT, "{'backup':{'x':[" + String.join(",", java.util.Collections.nCopies(18, filler)) + "]}}").status());
        assertEquals(200, browser.post(IMPORT + "/forget", "").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /api/admin/import", "POST /api/admin/import", "POST /api/admin/import/apply", "POST /api/admin/import/forget", "GET /api/admin/trial",
        "POST /api/admin/trial?slug=%s", "POST /api/me/password"})
    @DisplayName("K-17 an administrator's token does none of this, and hears why")
    void a_token_does_none_of_this(String door) {
        String address = door.split(" ")[1].replace("%s", works.slug());
        Program admin = Program.admin();
        Page page = door.startsWith("GET") ? admin.get(address) : admin.post(address, address.endsWith("/import") ? "{\"backup\":{\"users\":[]}}" : "{\"password\":\"fifteen quiet lamps\"}");
        assertEquals(403, page.status(), page::text);
        assertTrue(Program.message(page).contains("not with an access token"), page::text);
    }

    @Test
    @DisplayName("a trial begun by a script ends in a trace that this session alone reads, with its secrets covered")
    void a_trial_is_begun_and_read() {
        Visitor admin = stage.admin().visitor();
        Page begun = browser.post("/api/admin/trial?slug=" + works.slug(), "");
        URI away = URI.create(Program.data(begun).get("location").textValue());
        assertEquals("waiting", Program.data(browser.get("/api/admin/trial")).get("state").textValue());
        works.person(Person.named("japi-trial", "japi-trial"));
        Page home = admin.get(admin.get(away).location());
        assertEquals("/admin/trial", home.location().getPath());
        Page page = browser.get("/api/admin/trial");
        JsonNode trial = Program.data(page);
        assertEquals("done", trial.get("state").textValue(), page::text);
        assertEquals(List.of("departure", "callback", "token", "user-info", "mapping", "decision"), trial.get("steps").findValuesAsText("name"));
        assertEquals("japi-trial", trial.get("sample").get("sub").textValue());
        assertFalse(page.text().contains(works.fake().clientSecret()));
        Visitor other = House.here().visitor();
        assertEquals(303, Login.with(other, "admin", House.adminPassword()).status());
        assertEquals(404, new Script(other).get("/api/admin/trial").status());
        for (String none : List.of("?slug=none", "", "?slug=")) assertEquals(404, browser.post("/api/admin/trial" + none, "").status(), none);
    }

    @Test
    @DisplayName("a one-time password is replaced by a script too, and nothing else is open before")
    void a_one_time_password_is_replaced() {
        Desk.Newcomer newcomer = desk.add("japi-once");
        Visitor visitor = House.here().visitor();
        assertEquals(303, Login.with(visitor, newcomer.username(), newcomer.oneTimePassword()).status());
        assertEquals(403, visitor.get("/api/me").status());
        for (String wrong : List.of("{'password':'short'}", "{'password':''}", "{'password':'" + newcomer.oneTimePassword() + "'}")) {
            Page page = replaced(visitor, wrong);
            assertEquals(422, page.status(), wrong);
            assertTrue(Program.data(page).has("password"), page::text);
        }
        for (String wrong : List.of("{}", "{'password':7}", "{'password':'" + PASSWORD + "','repeated':'x'}")) assertEquals(400, replaced(visitor, wrong).status(), wrong);
        assertEquals(403, visitor.send("POST", "/api/me/password", "application/json", "{\"password\":\"" + PASSWORD + "\"}").status());
        assertEquals(200, replaced(visitor, "{'password':'" + PASSWORD + "'}").status());
        assertEquals("japi-once", Myself.of(visitor).username());
        assertEquals(409, new Script(visitor).post("/api/me/password", "{'password':'fifteen quiet lamps'}").status());
    }

    private static Page replaced(Visitor visitor, String json) {
        Page page = visitor.send("POST", "/api/me/password", "application/json", json.replace('\'', '"'), "X-CSRF-Token", visitor.get("/profile/password").csrf());
        Contract.check("POST", "/api/me/password", page);
        return page;
    }

    @Test
    @DisplayName("B-21 a session that is ended by a program is told of, and one's own activity is read by it, nobody else's")
    void an_ended_session_is_told_of() {
        Town town = new Town(stage);
        town.resident("japi-told", PASSWORD);
        town.resident("japi-other", PASSWORD);
        Program program = Program.login("japi-told", PASSWORD);
        JsonNode sessions = Program.data(program.get("/api/me/sessions"));
        assertEquals(200, program.post("/api/me/sessions/" + sessions.get(0).get("id") + "/end").status());
        assertEquals(404, program.post("/api/me/sessions/" + sessions.get(0).get("id") + "/end").status());
        assertEquals(200, program.post("/api/me/sessions/end").status());
        Page page = program.get("/api/me/activity");
        assertEquals(List.of("SESSIONS_ENDED", "SESSION_ENDED"), Program.data(page).findValuesAsText("kind").subList(0, 2), page::text);
        assertFalse(page.text().contains("japi-other"));
    }
}

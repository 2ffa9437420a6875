package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class UsersApiIT {

    private static final String PASSWORD = "four amber wheels";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Town town = new Town(stage);
    private static final AdminApi api = new AdminApi(stage);

    private static long create(String fields) {
        Page page = api.post("user/create", "{" + fields + "}");
        assertEquals(200, page.status(), page::text);
        return Program.data(page).get("id").longValue();
    }

    private static JsonNode user(long id) {
        return api.read("user/get?id=" + id);
    }

    @Test
    void an_account_is_made_found_changed_and_taken_away() {
        long id = create("'username':'api-made','base_path':'/made/{username}','permission':8,'nickname':'Made','one_time':false,'id':0,'otp':false");
        JsonNode made = user(id).get("user");
        assertEquals("/made/api-made", made.get("base_path").textValue());
        assertEquals(8, made.get("permission").intValue());
        assertEquals("stranded", made.get("state").textValue());
        JsonNode found = api.read("user/list?q=api-made&page=1&per_page=50").get("content");
        assertEquals(id, found.get(0).get("id").longValue());
        assertEquals(200, api.post("user/update", "{'id':" + id + ",'permission':152,'roles':['user']}").status());
        assertEquals(152, user(id).get("user").get("permission").intValue());
        assertEquals("/made/api-made", user(id).get("user").get("base_path").textValue());
        assertEquals("Made", user(id).get("nickname").textValue());
        assertEquals(403, api.post("user/delete?id=" + id, "").status());
        assertEquals(200, api.byBrowser("user/delete?id=" + id, "{}").status());
        assertEquals(404, api.get("user/get?id=" + id).status());
    }

    @Test
    void a_one_time_password_is_told_once_and_is_good_for_a_browser_only() {
        Page page = api.post("user/create", "{'username':'api-once','one_time':true}");
        String password = Program.data(page).get("one_time_password").textValue();
        assertEquals(403, Program.anonymous().post("/api/auth/login", "{\"username\":\"api-once\",\"password\":\"" + password + "\"}").status());
        assertEquals(303, Login.anew("api-once", password).status());
        long id = Program.data(page).get("id").longValue();
        assertEquals("once", user(id).get("user").get("password").textValue());
        assertFalse(api.get("user/get?id=" + id).text().contains(password));
    }

    @Test
    @DisplayName("K-09 A-10 a disabled account's token is dead at once, and stays so")
    void a_disabled_accounts_token_is_dead() {
        town.resident("api-off", PASSWORD);
        Program off = Program.login("api-off", PASSWORD);
        long id = Program.data(off.get("/api/me")).get("id").longValue();
        assertEquals(200, api.post("user/disable?id=" + id, "").status());
        assertEquals(401, off.get("/api/me").status());
        assertEquals(401, off.get("/api/public/settings").status());
        assertEquals(401, Program.anonymous().post("/api/auth/login", "{\"username\":\"api-off\",\"password\":\"" + PASSWORD + "\"}").status());
        assertEquals(200, api.post("user/update", "{'id':" + id + ",'disabled':false}").status());
        assertEquals(401, off.get("/api/me").status());
        assertEquals(200, Program.login("api-off", PASSWORD).get("/api/me").status());
    }

    @Test
    void an_administrator_ends_sessions_and_tokens() {
        Visitor browser = town.resident("api-ended", PASSWORD);
        Program program = Program.login("api-ended", PASSWORD);
        long id = Program.data(program.get("/api/me")).get("id").longValue();
        assertTrue(user(id).get("sessions").size() >= 1);
        assertEquals(200, api.post("user/end_sessions?id=" + id, "").status());
        FailedSignIn.signedOut(visitorWithout(browser));
        assertEquals(200, program.get("/api/me").status());
        assertEquals(200, api.post("user/end_tokens?id=" + id, "").status());
        assertEquals(401, program.get("/api/me").status());
        assertEquals(404, api.post("user/end_sessions?id=" + id + "&session=1", "").status());
        assertEquals(404, api.post("user/end_tokens?id=999999", "").status());
    }

    /** The same browser, whose cookie of a session that is over is thrown away. */
    private static Visitor visitorWithout(Visitor browser) {
        assertEquals("/login", browser.get("/profile").location().getPath());
        return House.here().visitor();
    }

    @Test
    @DisplayName("A-06 B-02 K-17 a token makes no administrator, sets no password and binds nobody, whatever is posted")
    void a_token_makes_no_administrator() {
        long id = create("'username':'api-plain'");
        assertEquals(403, api.post("user/update", "{'id':" + id + ",'roles':['user','administrator']}").status());
        assertEquals(422, api.post("user/create", "{'username':'api-boss','roles':['administrator']}").status());
        assertEquals(400, api.post("user/create", "{'username':'api-boss','role':2}").status());
        assertEquals(400, api.post("user/update", "{'id':" + id + ",'role':2}").status());
        assertEquals(400, api.post("user/update", "{'id':" + id + ",'password':'" + PASSWORD + "'}").status());
        assertEquals(400, api.post("user/create", "{'username':'api-boss','password':'" + PASSWORD + "'}").status());
        assertEquals(400, api.post("user/update", "{'id':" + id + ",'sso_id':'1'}").status());
        assertEquals(400, api.post("user/create", "{'username':'api-boss','sso_id':'1'}").status());
        assertEquals(403, api.post("user/one_time_password?id=" + id, "").status());
        assertEquals(403, api.post("user/unbind?id=" + id + "&identity=1", "").status());
        assertEquals(0, user(id).get("user").get("role").intValue());
        assertEquals(0, api.read("user/list?q=api-boss").get("content").size());
    }

    @Test
    void the_last_administrator_cannot_be_lost() {
        long id = Program.data(api.program().get("/api/me")).get("id").longValue();
        assertEquals(409, api.post("user/disable?id=" + id, "").status());
        assertEquals(409, api.post("user/update", "{'id':" + id + ",'roles':['user']}").status());
        assertEquals(2, user(id).get("user").get("role").intValue());
    }

    @Test
    void what_breaks_a_rule_is_named_by_its_field_and_nothing_is_written() {
        long id = create("'username':'api-rules'");
        Page page = api.post("user/update", "{'id':" + id + ",'nickname':'n','username':'','base_path':'../x','permission':16384,'email':'x'}");
        assertEquals(422, page.status());
        assertEquals(List.of("base_path", "email", "permission_sum", "username"), names(Program.data(page)));
        assertEquals(422, api.post("user/update", "{'id':" + id + ",'username':'admin'}").status());
        assertEquals(409, api.post("user/update", "{'id':" + id + ",'nickname':'n','version':99}").status());
        assertEquals("", user(id).get("nickname").textValue());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'username':7", "'username':'x','base_path':[]", "'username':'x','permission':'8'", "'username':'x','permission':1.5", "'username':'x','disabled':'true'",
        "'username':'x','roles':'user'", "'username':'x','roles':[1]", "'username':'x','one_time':1", "'username':'x','email':{}"})
    @DisplayName("A-16 a field of the wrong type is named, and nobody is added")
    void a_wrong_type_is_named(String fields) {
        Page page = api.post("user/create", "{" + fields + "}");
        assertEquals(400, page.status(), page::text);
        assertTrue(Program.message(page).matches("The field [a-z_]+ must be written like .*"), page::text);
    }

    @Test
    void pages_go_on_from_where_the_last_one_ended() {
        assertEquals(400, api.get("user/list?page=2").status());
        JsonNode all = api.read("user/list");
        assertTrue(all.get("total").intValue() >= 1);
        if (!all.get("after").isNull()) assertEquals(200, api.get("user/list?after=" + all.get("after").textValue()).status());
        assertEquals(200, api.get("user/list?after=nonsense&state=nonsense&in=x&role=y").status());
    }
}

package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class MeApiIT {

    private static final String PASSWORD = "seven silver spoons";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Me Works");

    private static Page update(Visitor visitor, String json) {
        return new Script(visitor).post("/api/me/update", json);
    }

    private static JsonNode me(Visitor visitor) {
        return Program.data(visitor.get("/api/me"));
    }

    @Test
    void a_browsers_session_reads_who_it_is() {
        JsonNode me = me(works.newcomer("me-ann"));
        assertEquals("me-ann", me.get("username").textValue());
        assertEquals("/test1", me.get("base_path").textValue());
        assertEquals(152, me.get("permission").intValue());
        assertEquals(0, me.get("role").intValue());
        assertEquals("me-ann", me.get("sso_id").textValue());
        assertEquals(false, me.get("has_password").booleanValue());
    }

    @Test
    @DisplayName("A-04 B-02 rights, roles and subjects that are posted change nothing or are refused")
    void what_is_posted_besides_changes_nothing() {
        Visitor bob = works.newcomer("me-bob");
        assertEquals(200, update(bob, "{'nickname':'Bob','base_path':'/','permission':16383,'role':2,'roles':['administrator'],'disabled':true,'id':1}").status());
        assertEquals(400, update(bob, "{'nickname':'Robert','sso_id':'583231'}").status());
        assertEquals(400, update(bob, "{'sso_id':'me-bob'}").status());
        JsonNode me = me(bob);
        assertEquals(152, me.get("permission").intValue());
        assertEquals("/test1", me.get("base_path").textValue());
        assertEquals(List.of("user"), List.of(me.get("roles").get(0).textValue()));
        assertEquals("Bob", Myself.of(bob).field("nickname"));
    }

    @Test
    @DisplayName("B-08 an empty sso_id unbinds, but not the last way in")
    void an_empty_sso_id_unbinds() {
        Visitor carl = works.newcomer("me-carl");
        assertEquals(409, update(carl, "{'sso_id':''}").status());
        assertTrue(Myself.of(carl).bound(works.slug()));
        assertEquals(200, update(carl, "{'password':'" + PASSWORD + "'}").status());
        assertEquals(200, update(carl, "{'username':'me-carl','password':'','sso_id':''}").status());
        assertEquals("", me(carl).get("sso_id").textValue());
        assertEquals(200, update(carl, "{'sso_id':''}").status());
        assertEquals(303, Login.anew("me-carl", PASSWORD).status());
    }

    @Test
    @DisplayName("B-12 K-02 a new password gives this browser a new cookie and ends the others; the current one is asked")
    void a_new_password_ends_other_sessions() {
        Visitor dora = works.newcomer("me-dora");
        assertEquals(200, update(dora, "{'password':'" + PASSWORD + "'}").status());
        Visitor other = House.here().visitor();
        assertEquals(303, Login.with(other, "me-dora", PASSWORD).status());
        Page wrong = update(dora, "{'password':'eight silver spoons','current_password':'no'}");
        assertEquals(422, wrong.status());
        assertTrue(Program.data(wrong).has("current_password"));
        Page weak = update(dora, "{'password':'short','current_password':'" + PASSWORD + "'}");
        assertTrue(Program.data(weak).has("password"), weak::text);
        String before = dora.cookies().find("session").orElseThrow().value();
        assertEquals(200, update(dora, "{'password':'eight silver spoons','current_password':'" + PASSWORD + "'}").status());
        assertTrue(!before.equals(dora.cookies().find("session").orElseThrow().value()));
        FailedSignIn.signedIn("me-dora", dora);
        assertEquals("/login", other.get("/profile").location().getPath());
    }

    @Test
    void bindings_are_listed_begun_and_given_up() {
        Visitor emil = works.newcomer("me-emil");
        assertEquals(200, update(emil, "{'password':'" + PASSWORD + "'}").status());
        JsonNode bound = binding(emil);
        assertEquals("me-emil", bound.get("subject").textValue());
        assertEquals(200, new Script(emil).post("/api/me/bindings/" + works.slug() + "/unbind", "").status());
        assertEquals(false, binding(emil).get("bound").booleanValue());
        Page begun = new Script(emil).post("/api/me/bindings/" + works.slug(), "");
        String location = Program.data(begun).get("location").textValue();
        Page home = emil.get(emil.get(location).location());
        assertEquals(303, home.status(), home::text);
        assertEquals(true, binding(emil).get("bound").booleanValue());
        assertEquals(404, new Script(emil).post("/api/me/bindings/none/unbind", "").status());
    }

    private static JsonNode binding(Visitor visitor) {
        for (JsonNode one : Program.data(visitor.get("/api/me/bindings"))) if (one.get("provider").textValue().equals(works.slug())) return one;
        throw new AssertionError("not listed");
    }

    @Test
    @DisplayName("K-13 A-03 sessions are listed and ended by a token too, one's own only")
    void sessions_are_ended_by_a_token() {
        Visitor fred = works.newcomer("me-fred");
        assertEquals(200, update(fred, "{'password':'" + PASSWORD + "'}").status());
        Program program = Program.login("me-fred", PASSWORD);
        JsonNode sessions = Program.data(program.get("/api/me/sessions"));
        assertEquals(1, sessions.size());
        assertEquals(404, Program.admin().post("/api/me/sessions/" + sessions.get(0).get("id") + "/end").status());
        assertEquals(200, program.post("/api/me/sessions/" + sessions.get(0).get("id") + "/end").status());
        assertEquals("/login", fred.get("/profile").location().getPath());
        assertEquals(303, Login.with(fred, "me-fred", PASSWORD).status());
        assertEquals(200, program.post("/api/me/sessions/end").status());
        assertEquals(0, Program.data(program.get("/api/me/sessions")).size());
    }

    @Test
    @DisplayName("A-16 the wrong types are named")
    void wrong_types_are_named() {
        Visitor gina = works.newcomer("me-gina");
        for (String body : List.of("{'nickname':7}", "{'email':[]}", "{'password':true}", "{'sso_id':0}", "{'username':{}}")) {
            Page page = update(gina, body);
            assertEquals(400, page.status(), body);
            assertTrue(Program.message(page).startsWith("The field "), page::text);
        }
        Page problems = update(gina, "{'email':'x','username':''}");
        assertEquals(422, problems.status());
        assertTrue(Program.data(problems).has("email") && Program.data(problems).has("username"), problems::text);
    }

    @Test
    void settings_are_saved_by_their_alist_keys() {
        Program admin = Program.admin();
        Page saved = admin.post("/api/admin/setting/save", "[{\"key\":\"sso_default_dir\",\"value\":\"/api\",\"type\":\"string\",\"group\":7}]");
        assertEquals(200, saved.status(), saved::text);
        assertEquals("/api", Program.data(admin.get("/api/admin/setting/get?key=sso_default_dir")).get("value").textValue());
        assertEquals(2, Program.data(admin.get("/api/admin/setting/get?keys=sso_default_dir,sso_default_permission")).size());
        assertEquals(5, Program.data(admin.get("/api/admin/setting/list?group=7")).size());
        assertEquals("152", Program.data(admin.get("/api/admin/setting/get?key=sso_default_permission")).get("value").textValue());
        assertEquals(404, admin.get("/api/admin/setting/get?key=sso_client_secret").status());
        Page wrong = admin.post("/api/admin/setting/save", "[{\"key\":\"sso_default_dir\",\"value\":\"..\"}]");
        assertTrue(Program.data(wrong).has("sso_default_dir"), wrong::text);
        assertEquals(200, admin.post("/api/admin/setting/save", "[{\"key\":\"sso_default_dir\",\"value\":\"/test1\"}]").status());
    }
}

package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Roles and guarded services, by a program. */
@InHouse
class RulesApiIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final AdminApi api = new AdminApi(stage);

    @Test
    void services_are_guarded_by_a_program_and_the_log_tells_of_it() {
        Page made = api.post("service/create", "{'name':'Api files','address':'http://api-files.test','mode':'ROLES','roles':['user'],'upstream':'http://127.0.0.1:9'}");
        assertEquals(200, made.status(), made::text);
        long id = Program.data(made).get("id").longValue();
        assertEquals("user", Program.data(made).get("roles").get(0).textValue());
        assertEquals(200, api.post("service/update", "{'id':" + id + ",'name':'Api more files'}").status());
        assertEquals("Api more files", api.read("service/get?id=" + id).get("name").textValue());
        assertEquals(422, api.post("service/update", "{'id':" + id + ",'roles':['nobody']}").status());
        assertEquals(422, api.post("service/update", "{'id':" + id + ",'mode':'x'}").status());
        assertEquals(400, api.post("service/update", "{'id':" + id + ",'nam':'x'}").status());
        assertEquals(409, api.post("service/update", "{'id':" + id + ",'name':'y','version':99}").status());
        assertTrue(api.read("service/list").findValuesAsText("name").contains("Api more files"));
        assertEquals(403, api.post("service/delete?id=" + id, "").status());
        assertEquals(200, api.byBrowser("service/delete?id=" + id, "{}").status());
        assertEquals(404, api.get("service/get?id=" + id).status());
        List<String> kinds = api.read("audit/list?kind=SERVICE_ADDED&person=admin").get("content").findValuesAsText("kind");
        assertTrue(kinds.contains("SERVICE_ADDED"), kinds::toString);
        assertEquals(422, api.get("audit/list?from=soon").status());
    }

    @Test
    void roles_are_made_changed_and_taken_away() {
        Page page = api.post("role/create", "{'name':'api-writers','permission':24}");
        assertEquals(200, page.status(), page::text);
        long id = Program.data(page).get("id").longValue();
        assertEquals(200, api.post("role/update", "{'id':" + id + ",'permission':8}").status());
        JsonNode role = api.read("role/get?id=" + id);
        assertEquals("api-writers", role.get("name").textValue());
        assertEquals(8, role.get("permission").intValue());
        assertEquals(403, api.post("role/update", "{'id':" + id + ",'administrator':true}").status());
        assertEquals(422, api.post("role/create", "{'name':'API-writers'}").status());
        assertEquals(422, api.post("role/create", "{'name':'api-more','permission':-1}").status());
        assertEquals(400, api.post("role/create", "{'name':'api-more','permision':1}").status());
        assertEquals(403, api.post("role/delete?id=" + id, "").status());
        assertEquals(200, api.byBrowser("role/delete?id=" + id, "{}").status());
        assertEquals(404, api.get("role/get?id=" + id).status());
        assertTrue(api.read("role/list").size() >= 2);
    }
}

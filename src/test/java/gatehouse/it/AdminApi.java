package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;

/** The JSON API of the administration: an administrator's program, and a browser for what no token may do. JSON is typed with ' for ". */
final class AdminApi {

    private static final String ROOT = "/api/admin/";
    private final Script browser;
    private Program program;

    /** Signs the program in when it is first asked to do something. */
    AdminApi(Stage stage) {
        browser = new Script(stage.admin().visitor());
    }

    Program program() {
        if (program == null) program = Program.admin();
        return program;
    }

    Page get(String address) {
        return program().get(ROOT + address);
    }

    /** What a good answer tells. */
    JsonNode read(String address) {
        Page page = get(address);
        assertEquals(200, page.status(), page::text);
        return Program.data(page);
    }

    Page post(String address, String json) {
        return program().post(ROOT + address, json.replace('\'', '"'));
    }

    Page byBrowser(String address, String json) {
        return browser.post(ROOT + address, json);
    }
}

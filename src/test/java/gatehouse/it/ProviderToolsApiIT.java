package gatehouse.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider's page does besides its fields, done by programs: icon, variables, network, the mapping tester. */
@InHouse
class ProviderToolsApiIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final AdminApi api = new AdminApi(stage);

    private static String icon(String slug) {
        return api.read("provider/get?slug=" + slug).get("icon").textValue();
    }

    @Test
    @DisplayName("G-01 G-05 a provider's icon is sent, fetched once, taken away; what is wrong is named by its field, and the old one stays")
    void an_icon_is_set_and_removed() {
        Stage.Placed works = stage.oauth("Api icon");
        String slug = works.slug();
        String svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"3\"/></svg>";
        works.fake().tell("/i.svg", gatehouse.it.provider.Answer.of(200, "image/svg+xml", svg.replace("r=", "id=\"a\" r=")));
        Page sent = api.post("provider/icon", "{'slug':'" + slug + "','file':'" + base64(svg) + "'}");
        assertEquals(200, sent.status(), sent::text);
        assertEquals(icon(slug), Program.data(sent).get("icon").textValue());
        assertEquals(200, House.here().visitor().get(icon(slug)).status());
        assertEquals(200, api.post("provider/icon", "{'slug':'" + slug + "','url':'" + works.fake().at("/i.svg") + "'}").status());
        assertEquals(1, works.fake().received("/i.svg").size());
        String before = icon(slug);
        refused(422, "file", slug, "'file':'" + base64(svg.replace("<circle", "<script>x</script><circle")) + "'");
        refused(415, "file", slug, "'file':'" + base64("<html>") + "'");
        refused(413, "file", slug, "'file':'" + base64("x".repeat(257 * 1024)) + "'");
        refused(422, "url", slug, "'url':'file:///etc/passwd'");
        for (String wrong : List.of("'file':'***'", "'file':7", "'url':7", "'remove':'yes'", "'remove':false", "'file':'" + base64(svg) + "','remove':true", "'icon':'x'")) {
            assertEquals(400, api.post("provider/icon", "{'slug':'" + slug + "'," + wrong + "}").status(), wrong);
        }
        assertEquals(400, api.post("provider/icon", "{'remove':true}").status());
        assertEquals(404, api.post("provider/icon", "{'slug':'none','remove':true}").status());
        assertEquals(413, api.post("provider/icon", "{'slug':'" + slug + "','file':'" + "A".repeat(520 * 1024) + "'}").status());
        assertEquals(before, icon(slug));
        assertEquals(200, api.post("provider/icon", "{'slug':'" + slug + "','remove':true}").status());
        assertEquals("", icon(slug));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static void refused(int status, String field, String slug, String wish) {
        Page page = api.post("provider/icon", "{'slug':'" + slug + "'," + wish + "}");
        assertEquals(status, page.status(), page::text);
        assertTrue(Program.data(page).has(field), page::text);
    }

    @Test
    @DisplayName("a preset's variables are filled in; those it does not have are refused, and what is needed is named")
    void variables_are_filled_in() {
        String start = "{'preset':'microsoft','name':'Api tenant','client_id':'c','client_secret':'s'";
        Page made = api.post("provider/create", start + ",'variables':{'tenant':'contoso'}}");
        assertEquals(200, made.status(), made::text);
        String slug = Program.data(made).get("slug").textValue();
        assertTrue(Program.data(made).get("authorize_url").textValue().endsWith("/contoso/oauth2/v2.0/authorize"), made::text);
        assertEquals(400, api.post("provider/create", start + ",'variables':{'realm':'x'}}").status());
        assertEquals(400, api.post("provider/create", start + ",'variables':{'tenant':7}}").status());
        assertEquals(400, api.post("provider/create", start + ",'variables':'contoso'}").status());
        assertEquals(400, api.post("provider/update", "{'slug':'" + slug + "','variables':{'tenant':'x'}}").status());
        Page wrong = api.post("provider/create", start + ",'variables':{'tenant':'{x}'}}");
        assertTrue(Program.data(wrong).has("variables.tenant"), wrong::text);
        assertTrue(Program.data(api.post("provider/create", start + ",'variables':{'tenant':''}}")).has("variables.tenant"));
        assertEquals("common", preset("microsoft").get("variables").get("tenant").textValue());
        assertEquals(200, api.byBrowser("provider/delete?slug=" + slug + "&seen=" + api.read("provider/get?slug=" + slug).get("seen").textValue(), "").status());
    }

    private static JsonNode preset(String slug) {
        for (JsonNode one : api.read("provider/presets")) if (one.get("slug").textValue().equals(slug)) return one;
        throw new AssertionError(slug);
    }

    @Test
    @DisplayName("the network of a provider is read and changed, and a proxy or a certificate that is none is named")
    void the_network_is_changed() {
        String slug = stage.oauth("Api network").slug();
        String start = "{'slug':'" + slug + "',";
        assertEquals(200, api.post("provider/update", start + "'outgoing_proxy':'direct','client_secret':'again'}").status());
        assertEquals("direct", api.read("provider/get?slug=" + slug).get("outgoing_proxy").textValue());
        assertTrue(Program.data(api.post("provider/update", start + "'outgoing_proxy':'ftp://x'}")).has("outgoing_proxy"));
        assertTrue(Program.data(api.post("provider/update", start + "'ca_certificate':'none'}")).has("ca_certificate"));
        assertTrue(Program.data(api.post("provider/update", start + "'ca_certificate':'" + "x".repeat(70_000) + "'}")).has("ca_certificate"));
    }

    @Test
    @DisplayName("a mapping is tried on an answer: values, types, where a rule stopped, and what a sign-in would do")
    void a_mapping_is_tried() {
        String slug = stage.oauth("Api tester").slug();
        Page page = api.post("provider/mapping", "{'slug':'" + slug + "','rules':{'subject':'/sub','name':'$.names[*]','email':'$.mail.value','phone':'['},'sample':{'sub':7,'names':['','ann'],'mail':{}}}");
        assertEquals(200, page.status(), page::text);
        JsonNode tested = Program.data(page);
        assertEquals(List.of("7", "number", "json_pointer", "found"), values(row(tested, "subject"), "value", "type", "notation", "state"));
        assertEquals(List.of("ann", "string", "json_path", "found"), values(row(tested, "name"), "value", "type", "notation", "state"));
        assertTrue(row(tested, "name").get("first_of_list").booleanValue());
        assertEquals("nothing", row(tested, "email").get("state").textValue());
        assertTrue(row(tested, "email").get("why").textValue().contains("$.mail"), page::text);
        assertEquals("not_a_path", row(tested, "phone").get("state").textValue());
        assertFalse(tested.get("lets_in").booleanValue());
        Page fine = api.post("provider/mapping", "{'slug':'" + slug + "','sample':{'sub':'api-new','preferred_username':'api-new','email':'a@example.test'}}");
        assertTrue(Program.data(fine).get("lets_in").booleanValue(), fine::text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'slug':'%s'}", "{'slug':'%s','sample':null}", "{'slug':'%s','sample':{},'mapping_type':'NONE'}", "{'slug':'%s','sample':{},'rules':{'subjekt':'$.x'}}"})
    @DisplayName("a tester without an answer, or with what is no mapping, names the field")
    void a_tester_names_what_is_wrong(String body) {
        Page page = api.post("provider/mapping", body.replace("%s", stage.oauth("Api tester wrong").slug()));
        assertEquals(422, page.status(), page::text);
        for (String other : List.of("{'sample':'{}'}", "{'sample':[]}", "{'sample':{},'rulez':{}}", "{'slug':7,'sample':{}}")) assertEquals(400, api.post("provider/mapping", other).status(), other);
        assertEquals(404, api.post("provider/mapping", "{'slug':'none','sample':{}}").status());
        assertEquals(404, api.post("provider/mapping", "{'preset':'none','sample':{}}").status());
    }

    private static JsonNode row(JsonNode tested, String field) {
        for (JsonNode row : tested.get("rows")) if (row.get("field").textValue().equals(field)) return row;
        throw new AssertionError(field + " in " + tested);
    }

    private static List<String> values(JsonNode row, String... names) {
        return List.of(names).stream().map(name -> row.get(name).textValue()).toList();
    }
}

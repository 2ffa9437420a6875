package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class ProvidersApiIT {

    @AutoClose
    private static Stage stage;
    private static Program admin;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        admin = Program.admin();
    }

    private static Page post(String address, String json) {
        return admin.post("/api/admin/provider/" + address, json.replace('\'', '"'));
    }

    private static JsonNode get(String slug) {
        return Program.data(admin.get("/api/admin/provider/get?slug=" + slug));
    }

    private static List<String> order() {
        return StreamSupport.stream(Program.data(admin.get("/api/admin/provider/list")).spliterator(), false).map(row -> row.get("slug").textValue()).toList();
    }

    private static Page browser(String address) {
        Visitor visitor = stage.admin().visitor();
        return visitor.send("POST", "/api/admin/provider/" + address, "application/json", "", "X-CSRF-Token", visitor.get("/profile").csrf());
    }

    private static String fields(FakeProvider fake, String name) {
        return "'name':'" + name + "','protocol':'OAUTH2','client_id':'" + fake.clientId() + "','client_secret':'" + fake.clientSecret() + "','authorize_url':'" + fake.at("/authorize")
                + "','token_url':'" + fake.at("/token") + "','user_info_url':'" + fake.at("/userinfo") + "','scope':'profile','mapping_type':'CUSTOM','redirect_style':'OWN',"
                + "'rules':{'subject':'$.sub','name':'$.preferred_username','email':'$.email'},'roles':['user']";
    }

    @Test
    @DisplayName("A-07 a provider is added, used, changed and taken away by a program, and its secret never comes back")
    void a_provider_is_added_used_and_taken_away() {
        FakeProvider fake = FakeProvider.oauth("localhost");
        Page made = post("create", "{" + fields(fake, "Api Made") + "}");
        assertEquals(200, made.status(), made::text);
        String slug = Program.data(made).get("slug").textValue();
        fake.person(Person.named("1", "api-visitor"));
        assertEquals("api-visitor", Myself.of(Trip.signIn(slug)).username());
        assertEquals(200, post("update", "{'slug':'" + slug + "','name':'Api Renamed'}").status());
        JsonNode saved = get(slug);
        assertEquals("Api Renamed", saved.get("name").textValue());
        assertEquals("$.sub", saved.get("rules").get("subject").textValue());
        assertTrue(saved.get("secret_saved").booleanValue());
        for (String answer : List.of(made.text(), saved.toString(), admin.get("/api/admin/provider/list").text())) assertFalse(answer.contains(fake.clientSecret()), answer);
        assertEquals("api-visitor", Myself.of(Trip.signIn(slug)).username());
        taken(slug);
        fake.close();
    }

    /** Somebody is bound: it asks first, and only a fresh browser's session may take it away. */
    private static void taken(String slug) {
        Page asked = post("disable?slug=" + slug, "");
        assertEquals(409, asked.status());
        String seen = Program.data(asked).get("seen").textValue();
        assertEquals(1, Program.data(asked).get("bound").intValue());
        assertEquals(409, post("disable?slug=" + slug + "&seen=0-0-0", "").status());
        assertEquals(200, post("disable?slug=" + slug + "&seen=" + seen, "").status());
        assertFalse(get(slug).get("enabled").booleanValue());
        assertEquals(200, post("enable?slug=" + slug, "").status());
        assertEquals(403, post("delete?slug=" + slug + "&seen=" + seen, "").status());
        assertEquals(409, browser("delete?slug=" + slug).status());
        assertEquals(200, browser("delete?slug=" + slug + "&seen=" + get(slug).get("seen").textValue()).status());
        assertEquals(404, admin.get("/api/admin/provider/get?slug=" + slug).status());
    }

    @Test
    void providers_are_put_in_order() {
        String one = stage.oauth("Api order one").slug();
        String two = stage.oauth("Api order two").slug();
        assertEquals(200, post("order", "{'slug':'" + two + "','position':1}").status());
        assertEquals(two, order().get(0));
        assertEquals(200, post("order", "{'slug':'" + two + "','position':999}").status());
        assertEquals(two, order().get(order().size() - 1));
        assertTrue(order().contains(one));
        for (String body : List.of("{'slug':'" + one + "'}", "{'slug':'" + one + "','position':0}", "{'slug':'" + one + "','position':'1'}", "{'position':1}")) {
            assertEquals(400, post("order", body).status(), body);
        }
        assertEquals(404, post("order", "{'slug':'none','position':1}").status());
    }

    @Test
    void everybody_may_see_the_buttons_and_nothing_more() {
        String slug = stage.oauth("Api button").slug();
        Page page = Program.anonymous().get("/api/public/providers");
        assertTrue(Program.data(page).findValuesAsText("slug").contains(slug));
        assertFalse(page.text().contains("client"));
        assertEquals("true", Program.data(Program.anonymous().get("/api/public/settings")).get("sso_login_enabled").textValue());
        assertTrue(Program.data(Program.anonymous().get("/api/public/settings")).path("sso_default_dir").isMissingNode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "file:///etc/passwd", "http://u:p@h/", "https://h/#f", "relative"})
    @DisplayName("A-11 an address that is none is refused by its field")
    void an_address_that_is_none_is_refused(String address) {
        String slug = stage.oauth("Api address " + address.hashCode()).slug();
        Page page = post("update", "{'slug':'" + slug + "','token_url':'" + address + "'}");
        assertEquals(422, page.status());
        assertTrue(Program.data(page).has("token_url"), page::text);
    }

    @Test
    @DisplayName("A-12 A-16 unknown fields, wrong types, roles that are not to be granted and old versions are refused")
    void what_is_wrong_is_named() {
        String slug = stage.oauth("Api wrong").slug();
        String start = "{'slug':'" + slug + "',";
        assertEquals(400, post("update", start + "'enabledd':true}").status());
        assertEquals(400, post("update", start + "'pkce':'true'}").status());
        assertEquals(400, post("update", start + "'deadline':'15'}").status());
        assertEquals(400, post("update", start + "'rules':'$.x'}").status());
        assertEquals(400, post("update", "{'name':'x'}").status());
        assertEquals(404, post("update", "{'slug':'none','name':'x'}").status());
        assertEquals(422, post("update", start + "'roles':['administrator']}").status());
        assertEquals(422, post("update", start + "'roles':['nobody']}").status());
        assertEquals(422, post("update", start + "'protocol':'SAML'}").status());
        int version = get(slug).get("version").intValue();
        assertEquals(200, post("update", start + "'deadline':20,'version':" + version + "}").status());
        assertEquals(409, post("update", start + "'deadline':25,'version':" + version + "}").status());
        assertEquals(20, get(slug).get("deadline").intValue());
        assertEquals(422, post("create", "{'name':'x'}").status());
        assertEquals(404, post("create", "{'preset':'none'}").status());
        assertTrue(Program.data(admin.get("/api/admin/provider/presets")).size() > 10);
    }
}

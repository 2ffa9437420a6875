package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class ProvidersApiIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final AdminApi api = new AdminApi(stage);

    private static JsonNode get(String slug) {
        return api.read("provider/get?slug=" + slug);
    }

    private static List<String> order() {
        return StreamSupport.stream(api.read("provider/list").spliterator(), false).map(row -> row.get("slug").textValue()).toList();
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
        Page made = api.post("provider/create", "{" + fields(fake, "Api Made") + "}");
        assertEquals(200, made.status(), made::text);
        String slug = Program.data(made).get("slug").textValue();
        fake.person(Person.named("1", "api-visitor"));
        assertEquals("api-visitor", Myself.of(Trip.signIn(slug)).username());
        assertEquals(200, api.post("provider/update", "{'slug':'" + slug + "','name':'Api Renamed'}").status());
        JsonNode saved = get(slug);
        assertEquals("Api Renamed", saved.get("name").textValue());
        assertEquals("$.sub", saved.get("rules").get("subject").textValue());
        assertTrue(saved.get("secret_saved").booleanValue());
        for (String answer : List.of(made.text(), saved.toString(), api.get("provider/list").text())) assertFalse(answer.contains(fake.clientSecret()), answer);
        assertEquals("api-visitor", Myself.of(Trip.signIn(slug)).username());
        taken(slug);
        fake.close();
    }

    /** Somebody is bound: it asks first, and only a fresh browser's session may take it away. */
    private static void taken(String slug) {
        Page asked = api.post("provider/disable?slug=" + slug, "");
        assertEquals(409, asked.status());
        String seen = Program.data(asked).get("seen").textValue();
        assertEquals(1, Program.data(asked).get("bound").intValue());
        assertEquals(409, api.post("provider/disable?slug=" + slug + "&seen=0-0-0", "").status());
        assertEquals(200, api.post("provider/disable?slug=" + slug + "&seen=" + seen, "").status());
        assertFalse(get(slug).get("enabled").booleanValue());
        assertEquals(200, api.post("provider/enable?slug=" + slug, "").status());
        assertEquals(403, api.post("provider/delete?slug=" + slug + "&seen=" + seen, "").status());
        assertEquals(409, api.byBrowser("provider/delete?slug=" + slug, "").status());
        assertEquals(200, api.byBrowser("provider/delete?slug=" + slug + "&seen=" + get(slug).get("seen").textValue(), "").status());
        assertEquals(404, api.get("provider/get?slug=" + slug).status());
    }

    @Test
    void providers_are_put_in_order() {
        String one = stage.oauth("Api order one").slug();
        String two = stage.oauth("Api order two").slug();
        assertEquals(200, api.post("provider/order", "{'slug':'" + two + "','position':1}").status());
        assertEquals(two, order().get(0));
        assertEquals(200, api.post("provider/order", "{'slug':'" + two + "','position':999}").status());
        assertEquals(two, order().get(order().size() - 1));
        assertTrue(order().contains(one));
        for (String body : List.of("{'slug':'" + one + "'}", "{'slug':'" + one + "','position':0}", "{'slug':'" + one + "','position':'1'}", "{'position':1}")) {
            assertEquals(400, api.post("provider/order", body).status(), body);
        }
        assertEquals(404, api.post("provider/order", "{'slug':'none','position':1}").status());
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
        Page page = api.post("provider/update", "{'slug':'" + slug + "','token_url':'" + address + "'}");
        assertEquals(422, page.status());
        assertTrue(Program.data(page).has("token_url"), page::text);
    }

    @Test
    @DisplayName("A-12 A-16 unknown fields, wrong types, roles that are not to be granted and old versions are refused")
    void what_is_wrong_is_named() {
        String slug = stage.oauth("Api wrong").slug();
        String start = "{'slug':'" + slug + "',";
        assertEquals(400, api.post("provider/update", start + "'enabledd':true}").status());
        assertEquals(400, api.post("provider/update", start + "'pkce':'true'}").status());
        assertEquals(400, api.post("provider/update", start + "'deadline':'15'}").status());
        assertEquals(400, api.post("provider/update", start + "'rules':'$.x'}").status());
        assertEquals(400, api.post("provider/update", "{'name':'x'}").status());
        assertEquals(404, api.post("provider/update", "{'slug':'none','name':'x'}").status());
        assertEquals(422, api.post("provider/update", start + "'roles':['administrator']}").status());
        assertEquals(422, api.post("provider/update", start + "'roles':['nobody']}").status());
        assertEquals(422, api.post("provider/update", start + "'protocol':'SAML'}").status());
        int version = get(slug).get("version").intValue();
        assertEquals(200, api.post("provider/update", start + "'deadline':20,'version':" + version + "}").status());
        assertEquals(409, api.post("provider/update", start + "'deadline':25,'version':" + version + "}").status());
        assertEquals(20, get(slug).get("deadline").intValue());
        assertEquals(422, api.post("provider/create", "{'name':'x'}").status());
        assertEquals(404, api.post("provider/create", "{'preset':'none'}").status());
        assertTrue(api.read("provider/presets").size() > 10);
    }
}

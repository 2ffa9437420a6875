package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import gatehouse.web.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a provider is picked from the presets, and what its page then says. */
@InHouse
class PresetPickerIT {

    private static final Path PRESETS = Path.of("src/main/resources/presets");
    private static final String NEW = "/admin/providers/new";
    @RegisterExtension
    private static final Stage stage = new Stage();

    @AfterEach
    void usual() {
        stage.off("compatibility");
    }

    static List<String> slugs() throws IOException {
        return Files.readAllLines(PRESETS.resolve("order.txt"));
    }

    static Stream<JsonNode> presets() throws IOException {
        return slugs().stream().map(slug -> {
            try {
                return Phrasebook.json(Files.readString(PRESETS.resolve(slug + ".json")));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static Page get(String query, String language) {
        return stage.admin().visitor().get(NEW + query, "Accept-Language", language);
    }

    private static List<String> offered(Page page) {
        return page.html().select("tbody a.button").eachAttr("href").stream().map(href -> href.substring((NEW + "?preset=").length())).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "uk"})
    @DisplayName("the picker offers every preset, those of the seeds first, and finds them by any of their names in any language")
    void presets_are_found_in_every_language(String language) throws IOException {
        Page all = get("", language);
        assertEquals(Messages.in(Locale.forLanguageTag(language)).say("provider.add"), all.h1());
        assertEquals(slugs(), offered(all));
        assertEquals(List.of("dingtalk"), offered(get("?search=%E9%92%89%E9%92%89", language)));
        assertEquals(List.of("dingtalk"), offered(get("?search=dingTALK", language)));
        assertEquals(List.of("baidu"), offered(get("?search=%E7%99%BE%E5%BA%A6", language)));
        assertEquals(List.of("wechat", "wechat-app"), offered(get("?search=wechat", language)));
        Page none = get("?search=%3Cb%3Enobody", language);
        assertEquals(List.of(), offered(none));
        assertTrue(none.text().contains(Messages.in(Locale.forLanguageTag(language)).say("preset.none")), none::text);
        assertEquals("<b>nobody", none.html().selectFirst("input[name=search]").val());
    }

    @ParameterizedTest
    @MethodSource("presets")
    @DisplayName("every preset opens in every language with its notes, and says when it was not tried against the real service")
    void every_preset_opens_with_its_notes(JsonNode preset) {
        String slug = preset.path("slug").textValue();
        for (String language : List.of("en", "zh-CN", "uk")) {
            Messages messages = Messages.in(Locale.forLanguageTag(language));
            Page page = get("?preset=" + slug, language);
            Element notes = page.html().selectFirst("section[aria-labelledby=preset]");
            assertTrue(notes.text().contains(messages.say("preset." + slug + ".notes")), page::text);
            assertTrue(notes.text().contains(preset.path("console").asText("")), page::text);
            assertEquals(preset.path("tried").booleanValue(), !notes.text().contains(messages.say("preset.untried")));
            Set<String> variables = notes.select("input").eachAttr("name").stream().map(name -> name.substring("var-".length())).collect(Collectors.toSet());
            assertEquals(preset.path("variables").properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()), variables);
            assertEquals(variables.size(), notes.select("label").eachText().stream().filter(label -> !label.isBlank()).count());
            assertEquals(preset.path("name").textValue(), page.formTo(NEW).value("name"));
        }
    }

    @ParameterizedTest
    @CsvSource({"gitee,OWN", "github,ALIST", "microsoft,ALIST", "dingtalk,ALIST", "discord,OWN"})
    @DisplayName("A6 A7 A8 A19 the addresses to copy are exact for each style, in compatibility mode too")
    void the_addresses_to_copy_are_exact(String preset, String style) {
        String slug = stage.admin().pick(preset, form -> form.with("clientId", "id", "clientSecret", "secret"));
        String api = House.here().address() + "/api/auth/";
        boolean own = style.equals("OWN");
        assertEquals(own ? List.of(api + "sso_callback/" + slug) : List.of(api + "sso_callback?method=sso_get_token", api + "sso_callback?method=get_sso_id"),
                stage.admin().addresses(slug));
        stage.set("compatibility", "true");
        List<String> paths = preset.equals("microsoft") ? List.of(api + "sso_get_token", api + "get_sso_id") : List.of(api + "sso_get_token");
        assertEquals(own ? List.of(api + "sso_callback/" + slug) : paths, stage.admin().addresses(slug));
        stage.admin().delete(slug);
    }

    @Test
    @DisplayName("A2 A3 a GitHub Enterprise server, a national cloud and a tenant are variables of their presets")
    void variables_fill_the_addresses() {
        Form enterprise = picked("github", "var-host", "git.example.org", "var-api", "git.example.org/api/v3");
        assertEquals("https://git.example.org/login/oauth/authorize", enterprise.value("authorizeUrl"));
        assertEquals("https://git.example.org/login/oauth/access_token", enterprise.value("tokenUrl"));
        assertEquals("https://git.example.org/api/v3/user", enterprise.value("userInfoUrl"));
        assertTrue(enterprise.value("dialect").contains("\"https://git.example.org/api/v3/user/emails\""), enterprise.value("dialect"));
        Form china = picked("microsoft", "var-tenant", "organizations", "var-login", "login.partner.microsoftonline.cn", "var-graph", "microsoftgraph.chinacloudapi.cn");
        assertEquals("https://login.partner.microsoftonline.cn/organizations/oauth2/v2.0/authorize", china.value("authorizeUrl"));
        assertEquals("https://login.partner.microsoftonline.cn/organizations/oauth2/v2.0/token", china.value("tokenUrl"));
        assertEquals("https://microsoftgraph.chinacloudapi.cn/v1.0/me", china.value("userInfoUrl"));
    }

    private static Form picked(String preset, String... typed) {
        String slug = stage.admin().pick(preset, form -> form.with("clientId", "id", "clientSecret", "secret").with(typed));
        Form saved = stage.admin().provider(slug);
        stage.admin().delete(slug);
        return saved;
    }

    @Test
    @DisplayName("A3 a variable that is needed and missing, or no part of an address, is refused beside its field, and nothing is saved")
    void a_variable_that_is_missing_is_refused() {
        Visitor admin = stage.admin().visitor();
        for (String realm : List.of("", "a b", "{x}", "x?y=z")) {
            Page refused = admin.submit(admin.get(NEW + "?preset=keycloak").formTo(NEW).with("clientId", "id", "clientSecret", "secret", "var-host", "id.example.org", "var-realm", realm));
            assertEquals(422, refused.status(), realm);
            assertEquals("true", refused.html().selectFirst("[name=var-realm]").attr("aria-invalid"), refused::text);
            assertEquals("id.example.org", refused.formTo(NEW).value("var-host"));
        }
        assertFalse(admin.get("/admin/providers").text().contains("Keycloak"));
    }
}

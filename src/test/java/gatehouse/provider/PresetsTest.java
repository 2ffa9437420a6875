package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import gatehouse.mapping.Answers;
import gatehouse.mapping.ExternalProfile;
import gatehouse.mapping.Mapping;
import gatehouse.web.Messages;
import gatehouse.web.Problems;
import gatehouse.web.TypedForm;

class PresetsTest {

    private static final Set<String> BLANK = Set.of("oidc", "oauth2");
    private static final Path FILES = Path.of("src/main/resources/presets");

    static List<Preset> presets() {
        return Presets.all();
    }

    @Test
    void every_file_is_offered_once_and_the_seeds_come_first() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            Set<String> names = files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json")).map(name -> name.replace(".json", ""))
                    .collect(Collectors.toSet());
            assertEquals(new TreeSet<>(names), new TreeSet<>(presets().stream().map(Preset::slug).toList()));
            assertEquals(names.size(), presets().size());
        }
        assertEquals(List.of("github", "google", "microsoft", "dingtalk", "lark", "feishu", "casdoor", "oidc", "oauth2"),
                presets().stream().map(Preset::slug).limit(9).toList());
    }

    @ParameterizedTest
    @MethodSource("presets")
    void a_preset_that_is_picked_and_given_id_and_secret_can_be_saved(Preset preset) {
        if (BLANK.contains(preset.slug())) return;
        String variables = preset.variables().entrySet().stream().filter(one -> one.getValue().isEmpty())
                .map(one -> "&var-" + one.getKey() + "=" + (one.getKey().equals("endpoint") ? "https://x.example" : "x.example")).collect(Collectors.joining());
        String usual = preset.variables().entrySet().stream().filter(one -> !one.getValue().isEmpty())
                .map(one -> "&var-" + one.getKey() + "=" + one.getValue()).collect(Collectors.joining());
        Optional<Preset> picked = Optional.of(preset);
        TypedForm typed = TypedForm.read("application/x-www-form-urlencoded", (variables + usual).getBytes());
        Problems problems = new Problems();
        ProviderForm filled = Variables.typed(picked, typed).fill(ProviderForm.of(preset, Filled.BASE, "1"), problems);
        assertEquals(Set.of(), problems.byField().keySet());
        Filled form = Filled.as(filled).with("clientId", "id").with("clientSecret", "secret");
        assertEquals(Map.of(), form.wrong());
        assertEquals(preset.rules(), form.draft().mapping());
        assertFalse(form.draft().destination().toString().contains("{host}"));
    }

    @ParameterizedTest
    @MethodSource("presets")
    void what_a_preset_answers_is_mapped(Preset preset) throws IOException {
        ObjectNode recorded = Answers.read(Files.readString(Path.of("src/test/resources/userinfo", preset.slug() + ".json")));
        Mapping mapping = preset.rules();
        ExternalProfile person = mapping.profile(mapping.read((ObjectNode) recorded.get("profile")));
        assertEquals(Optional.empty(), mapping.type().lacking(person));
        Map<String, String> read = new TreeMap<>(Map.of("subject", person.subject()));
        Map.of("name", person.username(), "email", person.email(), "nickname", person.nickname(), "phone", person.phone(), "avatar", person.avatar(),
                "description", person.description()).forEach((key, value) -> value.ifPresent(text -> read.put(key, text)));
        Map<String, String> expected = new TreeMap<>();
        for (Map.Entry<String, JsonNode> one : recorded.get("maps").properties()) expected.put(one.getKey(), one.getValue().textValue());
        assertEquals(expected, read);
    }

    @ParameterizedTest
    @MethodSource("presets")
    void a_preset_has_notes_and_labels_in_every_language(Preset preset) {
        for (Locale language : List.of(Locale.ENGLISH, Locale.CHINESE, Locale.forLanguageTag("uk"))) {
            String key = "preset." + preset.slug() + ".notes";
            assertNotEquals(key, Messages.in(language).say(key));
            preset.variables().keySet().forEach(name -> assertNotEquals("preset.variable." + name, Messages.in(language).say("preset.variable." + name)));
        }
    }

    @Test
    @DisplayName("C-07 only DingTalk's callback calls the code otherwise")
    void only_one_preset_has_another_name_for_the_code() {
        assertEquals(List.of("dingtalk"), presets().stream().filter(preset -> preset.spoken().contains("\"authCode\"")).map(Preset::slug).toList());
    }

    @Test
    void the_five_of_alist_have_its_redirect_style() {
        assertEquals(Set.of("github", "google", "microsoft", "dingtalk", "casdoor"),
                presets().stream().filter(preset -> preset.redirectStyle() == RedirectStyle.ALIST).map(Preset::slug).collect(Collectors.toSet()));
    }

    @Test
    @DisplayName("U-16 GitHub: an address that is not both primary and verified is not taken")
    void github_addresses_are_primary_and_verified() {
        Mapping github = Presets.named("github").orElseThrow().rules();
        String emails = "{\"id\":1,\"login\":\"o\",\"email\":null,\"emails\":[{\"email\":\"a@b.example\",\"primary\":true,\"verified\":false},"
                + "{\"email\":\"c@d.example\",\"primary\":false,\"verified\":true}]}";
        assertEquals(Optional.empty(), github.profile(github.read(Answers.read(emails))).email());
        ExternalProfile good = github.profile(github.read(Answers.read(emails.replace("false", "true"))));
        assertEquals(Optional.of("a@b.example"), good.email());
        assertTrue(good.emailVerified());
    }

    @Test
    @DisplayName("U-15 Microsoft: where no mail is kept the name to sign in by is the e-mail, and neither counts as verified")
    void microsofts_sign_in_name_is_an_email_that_proves_nothing() {
        Mapping microsoft = Presets.named("microsoft").orElseThrow().rules();
        ExternalProfile person = microsoft.profile(microsoft.read(Answers.read("{\"id\":\"1\",\"mail\":null,\"userPrincipalName\":\"a@b.example\",\"email_verified\":true}")));
        assertEquals(Optional.of("a@b.example"), person.email());
        assertFalse(person.emailVerified());
    }

    @Test
    @DisplayName("U-14 Gitee: an address that is not confirmed is not taken")
    void gitee_addresses_are_confirmed() {
        Mapping gitee = Presets.named("gitee").orElseThrow().rules();
        String emails = "{\"id\":1,\"login\":\"o\",\"email\":null,\"emails\":[{\"email\":\"a@b.example\",\"state\":\"%s\",\"scope\":[\"primary\"]}]}";
        assertEquals(Optional.empty(), gitee.profile(gitee.read(Answers.read(emails.formatted("unconfirmed")))).email());
        ExternalProfile confirmed = gitee.profile(gitee.read(Answers.read(emails.formatted("confirmed"))));
        assertEquals(Optional.of("a@b.example"), confirmed.email());
        assertFalse(confirmed.emailVerified());
    }

    @Test
    void slack_is_never_sent_a_code_challenge() {
        assertFalse(Presets.named("slack").orElseThrow().pkce());
    }

    @ParameterizedTest
    @CsvSource({"钉钉, dingtalk", "GITHUB, github", "wecom, wecom", "百度, baidu"})
    void a_preset_is_found_by_its_names(String sought, String slug) {
        assertEquals(List.of(slug), presets().stream().filter(preset -> preset.answersTo(sought)).map(Preset::slug).toList());
        assertTrue(presets().stream().allMatch(preset -> preset.answersTo("")));
    }

    @Test
    void a_variable_that_is_needed_and_missing_or_no_part_of_an_address_is_a_problem() {
        Optional<Preset> keycloak = Presets.named("keycloak");
        ProviderForm form = ProviderForm.of(keycloak.orElseThrow(), Filled.BASE, "1");
        for (String typed : List.of("var-host=a.example", "var-host=a.example&var-realm=a%20b", "var-host=a.example&var-realm=%7Bx%7D")) {
            Problems problems = new Problems();
            Variables.typed(keycloak, TypedForm.read("application/x-www-form-urlencoded", typed.getBytes())).fill(form, problems);
            assertEquals(Set.of("var-realm"), problems.byField().keySet());
        }
        Problems none = new Problems();
        ProviderForm typedOver = form.with(List.of("issuer"), any -> "https://id.example/realms/staff");
        assertEquals("https://id.example/realms/staff", Variables.typed(keycloak, TypedForm.read(null, new byte[0])).fill(typedOver, none).text("issuer"));
        assertFalse(none.any());
    }
}

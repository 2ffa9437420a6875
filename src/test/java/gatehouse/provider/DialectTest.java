package gatehouse.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.connection.Dialect;
import gatehouse.web.Refusal;

class DialectTest {

    private static final String WECHAT = "{\"authorize\":{\"clientId\":\"appid\",\"fragment\":\"wechat_redirect\"},\"token\":{\"request\":\"QUERY\",\"redirect\":\"\"}}";

    @Test
    void what_is_not_said_is_as_the_standards_have_it() {
        assertEquals(Dialect.STANDARD, Dialect.of(""));
        assertEquals(Dialect.STANDARD, Dialect.of(" {\"calls\":[]} "));
        assertEquals("", Dialect.STANDARD.toJson());
        assertEquals("access_token", Dialect.of(WECHAT).token().path());
    }

    @Test
    void a_dialect_is_kept_as_what_differs() {
        assertEquals(WECHAT, Dialect.of(WECHAT).toJson());
        String header = "{\"userInfo\":{\"header\":\"x-token\"}}";
        assertEquals("Bearer ", Dialect.of(header).userInfo().prefix());
        assertEquals(Dialect.of(header), Dialect.of(Dialect.of(header).toJson()));
        Presets.all().stream().filter(preset -> preset.variables().isEmpty()).map(preset -> Dialect.of(preset.spoken()))
                .forEach(dialect -> assertEquals(dialect, Dialect.of(dialect.toJson())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{", "{}x", "null", "{\"unknown\":1}", "{\"token\":{\"path\":7}}", "{\"token\":{\"anyType\":\"true\"}}", "{\"token\":{\"request\":\"PUT\"}}",
            "{\"token\":{\"request\":0}}", "{\"token\":{},\"token\":{}}", "{\"authorize\":{\"extra\":{\"a\":1}}}"})
    void anything_unknown_doubled_or_of_another_type_is_refused(String json) {
        assertEquals("provider.dialect.not-object", assertThrows(Refusal.class, () -> Dialect.of(json)).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"authorize\":{\"code\":\"state\"}}", "{\"authorize\":{\"fragment\":\"a#b\"}}", "{\"authorize\":{\"clientId\":\"a&b\"}}", "{\"token\":{\"clientId\":\"\"}}",
            "{\"token\":{\"path\":\"a..b\"}}", "{\"userInfo\":{\"header\":\"Host\"}}", "{\"userInfo\":{\"header\":\"a:b\"}}", "{\"userInfo\":{\"prefix\":\"a\\r\\nb \"}}",
            "{\"userInfo\":{\"headers\":{\"Cookie\":\"a\"}}}", "{\"userInfo\":{\"headers\":{\"x\":\"a\\nb\"}}}", "{\"userInfo\":{\"parameters\":{\"a\":\"{secret}\"}}}",
            "{\"userInfo\":{\"parameters\":{\"a\":null}}}", "{\"calls\":[{\"url\":\"https://h/\",\"member\":\"sub\"}]}", "{\"calls\":[{\"url\":\"https://h/\"}]}"})
    void a_value_that_does_not_belong_is_refused(String json) {
        assertEquals("provider.dialect.value", assertThrows(Refusal.class, () -> Dialect.of(json)).key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "redirect_uri", "response_type", "nonce", "client_id", "code_challenge", "scope", "appid"})
    @DisplayName("C-21 a fixed parameter may not be one that we send")
    void reserved_parameters_are_refused(String name) {
        Refusal refusal = assertThrows(Refusal.class, () -> Dialect.of("{\"authorize\":{\"clientId\":\"appid\",\"extra\":{\"" + name + "\":\"x\"}}}"));
        assertEquals("provider.dialect.reserved", refusal.key());
        assertEquals(name, refusal.arguments()[0]);
    }

    @ParameterizedTest
    @CsvSource({"ftp://h/", "https://u@h/", "javascript:alert(1)", "https://h/#f"})
    void an_extra_call_goes_to_a_plain_address(String url) {
        assertThrows(Refusal.class, () -> Dialect.of("{\"calls\":[{\"url\":\"" + url + "\",\"member\":\"emails\"}]}"));
    }

    @Test
    void the_form_keeps_a_dialect_and_says_what_is_wrong() {
        assertEquals(Dialect.of(WECHAT), Filled.custom().with("dialect", WECHAT).draft().destination().dialect());
        assertEquals(Dialect.STANDARD, Filled.custom().draft().destination().dialect());
        assertEquals(Map.of("dialect", "The dialect must be one JSON object with known members only."), Filled.custom().with("dialect", "[]").wrong());
        assertEquals(Set.of("dialect"), Filled.custom().with("dialect", " ".repeat(10) + "{" + " ".repeat(4090) + "}").wrong().keySet());
    }

    @Test
    @DisplayName("F-01 an extra call may not go where the operator forbids")
    void a_forbidden_extra_call_is_refused() {
        String dialect = "{\"calls\":[{\"url\":\"http://169.254.169.254/x\",\"member\":\"more\"}]}";
        assertEquals(Set.of("dialect"), Filled.custom().with("dialect", dialect).forbidding("169.254.169.254").wrong().keySet());
    }

    @Test
    void whoever_changes_the_dialect_types_the_secret_again() {
        Draft saved = Filled.custom().draft();
        assertEquals(Set.of("clientSecret"), Filled.of(saved, 1).with("dialect", WECHAT).wrong(saved).keySet());
        Draft wechat = Filled.custom().with("dialect", WECHAT).draft();
        assertEquals(Map.of(), Filled.of(wechat, 1).wrong(wechat), "shown in lines, and the same");
        assertTrue(ProviderForm.of(wechat, 1).text("dialect").contains("\n"));
    }
}

package gatehouse.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BriefTest {

    private final Brief brief = new Brief(new Told("tk"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"client_secret=ab&x=1 | client_secret=•••(2)&x=1", "{\"access_token\":\"ab\"} | {\"access_token\":\"•••(2)\"}",
        "{\"accessToken\" : \"abcde\",\"id\":1} | {\"accessToken\" : \"•••(5)\",\"id\":1}", "{\"refresh_token\":7} | {\"refresh_token\":•••(1)}", "'password': 'x' | 'password': '•••(1)'",
        "{\\\"secret\\\":\\\"ab\\\"} | {\\\"secret\\\":\\\"•••(2)\\\"}", "https://p.example/u?access_token=a | https://p.example/u?access_token=•••(1)", "{\"tk\":\"ab\"} | {\"tk\":\"•••(2)\"}"})
    @DisplayName("E-01 a short secret is covered by the name before it, in forms, JSON and addresses")
    void a_short_secret_is_covered_by_its_name(String text, String shown) {
        assertEquals(shown, brief.over(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":\"0\",\"id\":1}", "token_type=mac&expires_in=60", "{\"two_factor_token\":true,\"password\":null}", "a token is short", "{\"tk2\":\"ab\"}",
        "client_secret=•••(40)", "error=abc"})
    void what_is_no_secret_is_shown(String text) {
        assertEquals(text, brief.over(text));
    }

    @Test
    @DisplayName("E-01 a short secret that is known is covered wherever it is a whole value")
    void a_known_short_secret_is_covered_as_a_whole_value() {
        brief.learn("ab");
        brief.learn("too long for it");
        assertEquals("code=•••(2)&x=abc {\"code\":\"•••(2)\"} ab", brief.over("code=ab&x=abc {\"code\":\"ab\"} ab"));
    }
}

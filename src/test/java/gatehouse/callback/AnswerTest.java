package gatehouse.callback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;

class AnswerTest {

    private static final String STATE = "state=" + "s".repeat(43);

    private static Answer answer(String query) {
        return Answer.of((HttpServletRequest) Proxy.newProxyInstance(AnswerTest.class.getClassLoader(), new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> method.getName().equals("getQueryString") ? query : "/callback"));
    }

    @Test
    @DisplayName("C-07 a code counts only under the name that its provider gives it")
    void a_code_counts_only_under_its_own_name() {
        Answer dingtalk = answer("authCode=abc&" + STATE);
        assertTrue(dingtalk.hasCode("authCode"));
        assertEquals("abc", dingtalk.callback("authCode").code());
        assertFalse(dingtalk.hasCode("code"));
        assertFalse(dingtalk.hasCode("auth_code"));
        assertFalse(answer("code=abc&" + STATE).hasCode("authCode"));
        assertEquals("2", answer("code=1&authCode=2&" + STATE).callback("authCode").code());
    }

    @Test
    void an_error_beside_a_code_of_any_name_is_neither_a_code_nor_a_refusal() {
        for (String name : new String[] {"code", "authCode", "auth_code"}) {
            Answer both = answer("error=access_denied&" + name + "=x&" + STATE);
            assertFalse(both.denied());
            assertFalse(both.hasCode(name));
        }
        assertTrue(answer("error=access_denied&" + STATE).denied());
    }

    @Test
    @DisplayName("S-08 an error without a value is none, for the door and for a trial alike")
    void an_empty_error_is_none() {
        Answer answer = answer("code=x&error=&" + STATE);
        assertTrue(answer.hasCode("code") && answer.returned().hasCode("code"));
        assertFalse(answer.denied() || answer.returned().denied());
        Answer nothing = answer("error=&" + STATE);
        assertFalse(nothing.hasCode("code") || nothing.denied());
        Answer both = answer("code=x&error=denied&" + STATE);
        assertFalse(both.hasCode("code") || both.returned().hasCode("code"));
        assertFalse(both.denied() || both.returned().denied());
    }

    @Test
    void a_code_that_is_sent_twice_is_refused() {
        assertEquals(400, assertThrows(Refusal.class, () -> answer("authCode=a&authCode=b&" + STATE)).status());
    }
}

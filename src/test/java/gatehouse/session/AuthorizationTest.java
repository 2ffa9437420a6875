package gatehouse.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import gatehouse.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationTest {

    /** A request that carries these Authorization headers, and answers nothing else. */
    private static HttpServletRequest with(String... headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(AuthorizationTest.class.getClassLoader(), new Class<?>[]{HttpServletRequest.class},
                (proxy, method, arguments) -> Collections.enumeration(List.of(headers)));
    }

    private static Optional<String> token(String... headers) {
        return Authorization.of(with(headers)).map(Presented::token);
    }

    @Test
    void bearer_the_bare_word_and_the_password_of_basic_are_tokens() {
        assertEquals(Optional.of("app_x"), token("Bearer app_x"));
        assertEquals(Optional.of("app_x"), token("bearer app_x"));
        assertEquals(Optional.of("app_x"), token("app_x"));
        assertEquals(Optional.of("app_x"), token("Basic eDphcHBfeA=="));
        assertEquals(Optional.empty(), token());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer a b", "Bearer junk", "junk", "Basic", "Basic eA==", "Basic eDo=", "Basic eDpzZWNyZXQ=", "Basic !", "Digest app_x", "Bearerapp_x"})
    @DisplayName("K-14 whatever else stands there is refused, and not passed over")
    void anything_else_is_refused(String header) {
        Refusal refusal = assertThrows(Refusal.class, () -> token(header));
        assertEquals(401, refusal.status());
        assertEquals("Bearer error=\"invalid_token\"", refusal.headers().get("WWW-Authenticate"));
    }

    @Test
    @DisplayName("K-16 two headers are refused everywhere")
    void two_are_refused() {
        assertEquals(400, assertThrows(Refusal.class, () -> token("Bearer app_x", "Bearer app_x")).status());
    }
}

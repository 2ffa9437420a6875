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

    @Test
    void bearer_and_the_bare_word_are_tokens() {
        assertEquals(Optional.of("app_x"), Authorization.token(with("Bearer app_x")));
        assertEquals(Optional.of("app_x"), Authorization.token(with("bearer app_x")));
        assertEquals(Optional.of("app_x"), Authorization.token(with("app_x")));
        assertEquals(Optional.of("junk"), Authorization.token(with("Bearer junk")));
        assertEquals(Optional.empty(), Authorization.token(with()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer a b", "junk", "Basic eDphcHBfeA==", "Digest app_x", "app_x y", "Bearerapp_x"})
    @DisplayName("K-14 whatever else stands there is refused, and not passed over")
    void anything_else_is_refused(String header) {
        Refusal refusal = assertThrows(Refusal.class, () -> Authorization.token(with(header)));
        assertEquals(401, refusal.status());
        assertEquals("Bearer error=\"invalid_token\"", refusal.headers().get("WWW-Authenticate"));
    }

    @Test
    @DisplayName("K-16 two headers are refused everywhere")
    void two_are_refused() {
        assertEquals(400, assertThrows(Refusal.class, () -> Authorization.token(with("Bearer app_x", "Bearer app_x"))).status());
    }
}

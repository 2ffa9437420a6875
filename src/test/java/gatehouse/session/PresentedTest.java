package gatehouse.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedTest {

    private static Presented of(String header) {
        return Presented.of(Optional.ofNullable(header));
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer app_x", "bearer  app_x", "BEARER app_x", "app_x", " app_x "})
    void a_token_comes_as_bearer_or_bare(String header) {
        assertEquals(new Presented(Presented.Way.BEARER, "app_x", ""), of(header));
    }

    @Test
    void a_token_comes_as_the_password_of_basic() {
        assertEquals(new Presented(Presented.Way.BASIC, "app_x:y", "张三"), of(basic("张三:app_x:y")));
        assertEquals(new Presented(Presented.Way.BASIC, "app_x", ""), of(basic(":app_x").replace("Basic", "bAsIc")));
        assertFalse(of(basic("ann:app_x")).guesses());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann:secret", "ann:", "ann:APP_x", "ann: app_x"})
    void any_other_password_is_a_guess(String pair) {
        Presented presented = of(basic(pair));
        assertTrue(presented.guesses());
        assertFalse(presented.hasToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer eyJhbGciOi.x.y", "Bearer", "Bearer ", "Bearer a b", "Basic", "Basic !!!", "Basic YW5u", "Basic YW5uOmFwcF94 x", "Digest username=\"ann\"", "Negotiate abc", "", "token"})
    void anything_else_is_the_services_own(String header) {
        Presented presented = of(header);
        assertFalse(presented.hasToken());
        assertFalse(presented.guesses());
    }

    @Test
    void it_prints_no_token() {
        assertFalse(of("Bearer app_x").toString().contains("app_"));
        assertEquals(Presented.Way.NOT_AT_ALL, of(null).way());
    }
}

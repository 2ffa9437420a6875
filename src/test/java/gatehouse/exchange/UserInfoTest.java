package gatehouse.exchange;

import java.util.List;

import gatehouse.connection.Connection;
import gatehouse.egress.FakeProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UserInfoTest {

    @AutoClose
    private Lab lab;
    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
        lab.provider.on("/token", "{\"access_token\":\"t0ken\",\"token_type\":\"bearer\"}");
        connection = Connections.plain(lab.provider);
    }

    @Test
    @DisplayName("U-19 the token stands in the Authorization header and nowhere else")
    void the_token_stands_in_the_header_only() {
        lab.provider.on("/user", "{\"id\":\"1\"}");
        assertEquals("1", arrive().profile().path("id").textValue());
        FakeProvider.Seen call = lab.provider.seen("/user").get(0);
        assertEquals("GET", call.method());
        assertEquals(List.of("Bearer t0ken"), call.headers().get("Authorization"));
        assertEquals("application/json", call.headers().getFirst("Accept"));
        assertNull(call.query());
        assertEquals("", call.body());
    }

    @Test
    @DisplayName("Seed 004: the sample answer arrives as it is, with the phone")
    void seed_004s_answer_arrives_as_it_is() {
        String answer = "{\"name\":\"admin\",\"preferred_username\":\"Admin\",\"email\":\"admin@example.com\","
                + "\"picture\":\"https://casbin.org/img/casbin.svg\",\"phone\":\"+1234567890\"}";
        lab.provider.on("/user", answer);
        assertEquals(answer, arrive().profile().toString());
    }

    @Test
    @DisplayName("U-04 a doubled name is refused")
    void a_doubled_name_is_refused() {
        assertRefused("json", 200, "application/json", "{\"id\":\"1\",\"id\":\"2\"}");
    }

    @Test
    @DisplayName("U-08 deep, huge and overlong answers are refused")
    void hostile_sizes_are_refused() {
        assertRefused("json", 200, "application/json", "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000));
        assertRefused("json", 200, "application/json", "{\"id\":1e1000000000}");
        assertRefused("json", 200, "application/json", "{\"id\":" + "9".repeat(200_000) + "}");
        lab.provider.on("/user", "{\"id\":\"" + "x".repeat(2_000_000) + "\"}");
        assertEquals("PROTOCOL (size)", assertThrows(ExchangeFailed.class, this::arrive).getMessage());
    }

    @Test
    @DisplayName("U-09 a login page, an empty answer and any other status are refused, without a second try")
    void what_is_no_json_object_with_status_200_is_refused() {
        assertRefused("json", 200, "text/html", "<html><title>Sign in</title></html>");
        assertRefused("json", 200, "application/json", "");
        assertRefused("json", 200, "application/json", "\"text\"");
        assertRefused("json", 200, "application/json", "[{\"id\":1}]");
        for (int status : new int[] {201, 204, 400, 401, 403, 404, 429, 500, 503}) {
            assertRefused("status", status, "application/json", status == 204 ? "" : "{\"id\":\"1\"}");
        }
        assertEquals(13, lab.provider.seen("/user").size());
    }

    @Test
    void a_signed_answer_is_refused() {
        assertRefused("jwt", 200, "application/jwt; charset=utf-8", "{\"id\":\"1\"}");
    }

    @ParameterizedTest
    @DisplayName("C-06, U-10 an error inside a good status fails")
    @ValueSource(strings = {"{\"code\":99991663,\"msg\":\"x\"}", "{\"errcode\":40001}", "{\"ret\":-1}", "{\"error\":\"invalid_token\"}",
        "{\"status\":\"error\",\"id\":1}", "{\"ok\":false,\"id\":1}", "{\"error\":{\"message\":\"x\"},\"id\":1}",
        "{\"error_code\":110,\"id\":1}",
        "{\"error\":true,\"id\":1}"})
    void an_error_inside_a_good_status_fails(String answer) {
        assertRefused("error", 200, "application/json", answer);
    }

    @ParameterizedTest
    @DisplayName("U-10 an answer that says it is well is well")
    @ValueSource(strings = {"{\"code\":0,\"data\":{\"id\":1}}", "{\"code\":200,\"data\":{\"id\":1}}", "{\"errcode\":0,\"id\":1}",
        "{\"ok\":true,\"id\":1}",
        "{\"status\":\"active\",\"id\":1}", "{\"error\":null,\"id\":1}", "{\"error\":\"\",\"id\":1}", "{\"error\":false,\"id\":1}",
        "{\"code\":\"E-7\",\"id\":1}"})
    void an_answer_that_says_it_is_well_is_well(String answer) {
        lab.provider.on("/user", answer);
        assertEquals(answer, arrive().profile().toString());
    }

    @Test
    void a_failure_tells_its_steps_and_none_of_the_answer() {
        lab.provider.on("/user", "{\"error\":\"canary\"}");
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, this::arrive);
        assertEquals(List.of("issuer", "token", "user-info"), failed.steps().stream().map(Step::name).toList());
        assertTrue(failed.steps().get(1).good());
        assertFalse(failed.steps().get(2).good());
        assertFalse(failed.toString().contains("canary"));
    }

    private void assertRefused(String check, int status, String type, String body) {
        lab.provider.on("/user", status, type, body);
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, this::arrive);
        assertEquals("USER_INFO (" + check + ")", failed.getMessage());
        assertEquals(502, failed.reason().status());
    }

    private Arrival arrive() {
        return lab.exchange.arrive(connection, Lab.DEPARTURE, Lab.CALLBACK);
    }
}

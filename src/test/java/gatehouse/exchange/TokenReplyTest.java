package gatehouse.exchange;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.connection.Protocol;
import gatehouse.egress.Reply;
import gatehouse.exchange.ExchangeFailed.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class TokenReplyTest {

    @Test
    @DisplayName("C-05 GitHub's error inside HTTP 200 fails, as JSON and form-encoded, and only its code is kept")
    void an_error_inside_a_good_status_is_understood() {
        String json = "{\"error\":\"bad_verification_code\",\"error_description\":\"canary\",\"error_uri\":\"https://canary\"}";
        String form = "error=bad_verification_code&error_description=canary";
        assertDenied("bad_verification_code", 200, "application/json", json);
        assertDenied("bad_verification_code", 200, "application/x-www-form-urlencoded; charset=utf-8", form);
        assertDenied("invalid_grant", 400, "application/json", "{\"error\":\"invalid_grant\"}");
        assertDenied("invalid_client", 401, "application/json", "{\"error\":\"invalid_client\"}");
    }

    @Test
    @DisplayName("C-06 Lark's and others' error numbers inside HTTP 200 fail")
    void an_error_number_inside_a_good_status_is_understood() {
        assertDenied("20003", 200, "application/json", "{\"code\":20003,\"msg\":\"canary\"}");
        assertDenied("40029", 200, "application/json", "{\"errcode\":40029,\"errmsg\":\"canary\"}");
        assertDenied("20003", 200, "application/json", "{\"code\":20003,\"access_token\":\"t\",\"token_type\":\"Bearer\"}");
        assertEquals("t", good("{\"code\":0,\"access_token\":\"t\",\"token_type\":\"Bearer\"}").accessToken());
    }

    @ParameterizedTest
    @DisplayName("C-08 an access token that is no text is refused")
    @ValueSource(strings = {"\"access_token\":null,", "\"access_token\":\"\",", "\"access_token\":7,", "\"access_token\":{},",
        "\"access_token\":[],",
        "\"access_token\":true,", "\"not_access_token\":\"x\",", ""})
    void a_missing_access_token_is_refused(String field) {
        assertEquals("PROTOCOL (access token)", refused("{" + field + "\"token_type\":\"Bearer\"}"));
    }

    @Test
    @DisplayName("C-20 a smaller or empty scope is no error, and nothing is derived from it")
    void the_granted_scope_says_nothing() {
        for (String scope : new String[] {"\"\"", "\"openid\"", "null", "7"}) {
            assertEquals("t", good("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"scope\":" + scope + "}").accessToken());
        }
    }

    @Test
    @DisplayName("C-09 an error beside a token, a doubled token and trailing garbage are refused")
    void an_ambiguous_answer_is_refused() {
        assertEquals("DENIED_BY_PROVIDER (error)", refused("{\"error\":\"x\",\"access_token\":\"t\",\"token_type\":\"Bearer\"}"));
        assertEquals("PROTOCOL (json)", refused("{\"access_token\":\"t\",\"access_token\":\"u\",\"token_type\":\"Bearer\"}"));
        assertEquals("PROTOCOL (json)", refused("{\"access_token\":\"t\",\"token_type\":\"Bearer\"}x"));
        assertEquals("PROTOCOL (json)", refused("access_token=t&token_type=bearer"));
        assertEquals("PROTOCOL (json)", refused("[{\"access_token\":\"t\"}]"));
    }

    @Test
    @DisplayName("C-10 mac is refused, BEARER is fine, none is fine for plain OAuth 2.0 only")
    void only_bearer_tokens_are_taken() {
        assertEquals("PROTOCOL (token type)", refused("{\"access_token\":\"t\",\"token_type\":\"mac\"}"));
        assertEquals("PROTOCOL (token type)", refused("{\"access_token\":\"t\",\"token_type\":7}"));
        assertEquals("t", good("{\"access_token\":\"t\",\"token_type\":\"BEARER\"}").accessToken());
        assertEquals("t", good("{\"access_token\":\"t\"}").accessToken());
        assertEquals("PROTOCOL (token type)", refused(Protocol.OIDC, reply("{\"access_token\":\"t\",\"id_token\":\"a.b.c\"}")).getMessage());
    }

    @ParameterizedTest
    @DisplayName("C-11 the lifetime is not read, so it cannot overflow")
    @ValueSource(strings = {"-1", "0", "\"3600\"", "99999999999", "\"abc\"", "null", "1e400", "{}"})
    void the_lifetime_is_ignored(String lifetime) {
        assertEquals("t", good("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":" + lifetime + "}").accessToken());
    }

    @ParameterizedTest
    @DisplayName("C-12 an access token with CR LF, NUL, a blank or an umlaut is refused")
    @ValueSource(strings = {"a\\r\\nX: y", "a\\u0000b", "a b", " a", "\\u00e9", "\\u007f"})
    void an_access_token_is_visible_ascii(String token) {
        assertThrows(ExchangeFailed.class, () -> good("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}"));
    }

    @Test
    @DisplayName("C-12 an access token has at most 8,192 characters")
    void an_access_token_is_not_endless() {
        assertEquals(8192, good("{\"access_token\":\"" + "x".repeat(8192) + "\",\"token_type\":\"Bearer\"}").accessToken().length());
        assertEquals("PROTOCOL (access token)", refused("{\"access_token\":\"" + "x".repeat(8193) + "\",\"token_type\":\"Bearer\"}"));
    }

    @Test
    @DisplayName("C-19 a cut answer, UTF-16 and a byte order mark are refused")
    void only_whole_utf_8_is_read() {
        String good = "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}";
        assertEquals("PROTOCOL (json)", refused(good.substring(0, good.length() - 1)));
        for (Charset charset : new Charset[] {StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertEquals("PROTOCOL (json)", refused(Protocol.OAUTH2, new Reply(200, "application/json", good.getBytes(charset))).getMessage());
        }
        assertEquals("PROTOCOL (json)", refused("\uFEFF" + good));
    }

    @Test
    void other_statuses_are_refused() {
        String good = "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}";
        for (int status : new int[] {201, 204, 400, 500}) {
            ExchangeFailed failed = refused(Protocol.OAUTH2, new Reply(status, "application/json", good.getBytes(StandardCharsets.UTF_8)));
            assertEquals("PROTOCOL (status)", failed.getMessage());
        }
    }

    @Test
    void an_error_code_is_cut_to_what_is_fit_for_a_log() {
        ExchangeFailed failed = refused(Protocol.OAUTH2, reply("{\"error\":\"bad\\r\\ncanary\"}"));
        assertEquals("bad", failed.providerCode().orElseThrow());
        assertEquals(64, refused(Protocol.OAUTH2, reply("{\"error\":\"" + "x".repeat(100) + "\"}")).providerCode().orElseThrow().length());
        assertFalse(refused(Protocol.OAUTH2, reply("{\"error\":\"<b>\"}")).providerCode().isPresent());
        assertEquals("OAuthException", refused(Protocol.OAUTH2, reply("{\"error\":{\"code\":\"OAuthException\"}}")).providerCode().orElseThrow());
    }

    @Test
    void a_null_or_empty_error_beside_a_token_means_none() {
        assertEquals("t", good("{\"error\":null,\"access_token\":\"t\",\"token_type\":\"bearer\"}").accessToken());
    }

    @Test
    void oidc_needs_an_id_token() {
        assertEquals("ID_TOKEN (missing)", refused(Protocol.OIDC, reply("{\"access_token\":\"t\",\"token_type\":\"Bearer\"}")).getMessage());
        assertEquals("ID_TOKEN (missing)",
                refused(Protocol.OIDC, reply("{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"id_token\":null}")).getMessage());
    }

    private static void assertDenied(String code, int status, String type, String body) {
        ExchangeFailed failed = refused(Protocol.OAUTH2, new Reply(status, type, body.getBytes(StandardCharsets.UTF_8)));
        assertEquals(Reason.DENIED_BY_PROVIDER, failed.reason());
        assertEquals(502, failed.reason().status());
        assertEquals(code, failed.providerCode().orElseThrow());
        assertFalse(failed.toString().contains("canary"));
    }

    private static TokenReply good(String json) {
        return TokenReply.read(reply(json), Protocol.OAUTH2);
    }

    private static String refused(String json) {
        return refused(Protocol.OAUTH2, reply(json)).getMessage();
    }

    private static ExchangeFailed refused(Protocol protocol, Reply reply) {
        return assertThrows(ExchangeFailed.class, () -> TokenReply.read(reply, protocol));
    }

    private static Reply reply(String json) {
        return new Reply(200, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}

package gatehouse.exchange;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import gatehouse.attempt.Departure;
import gatehouse.connection.ClientAuthentication;
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

/** What leaves us on the way out: the address of the browser, and the token call. */
class TokenCallTest {

    private static final String REDIRECT = "https://gate.example/callback";
    private static final Departure DEPARTURE = new Departure("the-state", "the-nonce", "v".repeat(43), REDIRECT, false);

    @AutoClose
    private Lab lab;
    private FakeProvider provider;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
        provider = lab.provider;
        provider.on("/token", "{\"access_token\":\"t0ken\",\"token_type\":\"Bearer\"}").on("/user", "{\"id\":1}");
    }

    @Test
    @DisplayName("Seed 004: curl -X POST -u id:secret --data-binary code=…&grant_type=authorization_code&redirect_uri=…")
    void the_token_call_is_seed_004s_command_line() {
        arrive(Connections.with(Connections.plain(provider), "", false));
        FakeProvider.Seen call = call();
        assertEquals("POST", call.method());
        assertEquals("Basic " + base64("client:secret"), call.headers().getFirst("Authorization"));
        assertEquals("code=the%20code&grant_type=authorization_code&redirect_uri=https%3A%2F%2Fgate.example%2Fcallback", call.body());
        assertEquals("application/x-www-form-urlencoded", call.headers().getFirst("Content-Type"));
        assertEquals("application/json", call.headers().getFirst("Accept"));
        assertEquals("Gatehouse", call.headers().getFirst("User-Agent"));
        assertEquals("identity", call.headers().getFirst("Accept-Encoding"));
    }

    @Test
    @DisplayName("Seed 004: with PKCE the command line ends with &code_verifier=…")
    void with_pkce_the_verifier_follows() {
        arrive(Connections.with(Connections.plain(provider), "profile", true));
        assertEquals("code=the%20code&grant_type=authorization_code&redirect_uri=https%3A%2F%2Fgate.example%2Fcallback&code_verifier="
                + DEPARTURE.verifier(), call().body());
    }

    @Test
    @DisplayName("C-01 id and secret are form-encoded before Base64")
    void basic_encodes_both_parts_first() {
        arrive(Connections.naming(Connections.plain(provider), "a:b c", "p+/%é:", ClientAuthentication.BASIC));
        String sent = call().headers().getFirst("Authorization").substring("Basic ".length());
        assertEquals("a%3Ab+c:p%2B%2F%25%C3%A9%3A", new String(Base64.getDecoder().decode(sent), StandardCharsets.US_ASCII));
        assertFalse(call().body().contains("client"));
    }

    @Test
    @DisplayName("C-02 method body: the secret stands in the body only")
    void body_names_us_in_the_body_only() {
        arrive(Connections.naming(Connections.plain(provider), "a:b c", "p+/%é:", ClientAuthentication.BODY));
        assertNull(call().headers().getFirst("Authorization"));
        assertNull(call().query());
        assertEquals("a:b c", call().form().get("client_id"));
        assertEquals("p+/%é:", call().form().get("client_secret"));
    }

    @Test
    void a_client_without_a_secret_sends_its_id_in_the_body() {
        arrive(Connections.naming(Connections.plain(provider), "public", "", ClientAuthentication.BASIC));
        assertNull(call().headers().getFirst("Authorization"));
        assertEquals("public", call().form().get("client_id"));
        assertFalse(call().form().containsKey("client_secret"));
    }

    @Test
    @DisplayName("S-24 the verifier's S256 is the challenge; never plain; a new one for each trip")
    void the_verifier_fits_the_challenge() throws Exception {
        Departure fresh = Departure.fresh(REDIRECT, false);
        Connection connection = Connections.with(Connections.plain(provider), "", true);
        Map<String, String> sent = query(lab.exchange.departure(connection, fresh));
        lab.exchange.arrive(connection, fresh, new Callback("code", Optional.empty()));
        String verifier = call().form().get("code_verifier");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
        assertTrue(verifier.matches("[A-Za-z0-9._~-]{43,128}"));
        assertEquals(Base64.getUrlEncoder().withoutPadding().encodeToString(hash), sent.get("code_challenge"));
        assertEquals("S256", sent.get("code_challenge_method"));
    }

    @Test
    @DisplayName("S-01 state, nonce and verifier are fresh 256 bits each")
    void fresh_secrets_never_repeat() {
        Set<String> all = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            Departure departure = Departure.fresh(REDIRECT, false);
            all.addAll(List.of(departure.state(), departure.nonce(), departure.verifier()));
        }
        assertEquals(3000, all.size());
        assertTrue(all.stream().allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}")));
    }

    @Test
    void a_plain_departure_has_neither_nonce_nor_challenge_nor_empty_scope() {
        Connection connection = Connections.with(Connections.plain("https://sso.example/authorize", "", ""), "", false);
        assertEquals(Map.of("response_type", "code", "client_id", "client", "redirect_uri", REDIRECT, "state", "the-state"),
                query(lab.exchange.departure(connection, DEPARTURE)));
    }

    @Test
    void an_authorize_address_keeps_its_query_and_its_fragment() {
        Connection connection = Connections.plain("https://sso.example/connect?theme=a%20b#wechat_redirect", "", "");
        URI departure = lab.exchange.departure(connection, DEPARTURE);
        assertEquals("a b", query(departure).get("theme"));
        assertEquals("read_user", query(departure).get("scope"));
        assertEquals("wechat_redirect", departure.getFragment());
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "", "/authorize", "data:text/html,x", "https://user@sso.example/"})
    void the_browser_is_sent_to_web_addresses_only(String address) {
        Connection connection = Connections.plain(address, "", "");
        assertEquals(ExchangeFailed.Reason.ADDRESS_REFUSED,
                assertThrows(ExchangeFailed.class, () -> lab.exchange.departure(connection, DEPARTURE)).reason());
    }

    @Test
    void an_oidc_departure_has_a_nonce_and_always_asks_for_openid() {
        Map<String, String> sent = query(lab.exchange.departure(Connections.with(lab.connection, "profile", true), DEPARTURE));
        assertEquals("the-nonce", sent.get("nonce"));
        assertEquals("openid profile", sent.get("scope"));
        assertEquals(lab.provider.url("/authorize"), lab.exchange.departure(lab.connection, DEPARTURE).toString().split("\\?")[0]);
    }

    @Test
    void the_token_address_keeps_its_query_and_the_scope_is_not_repeated() {
        arrive(Connections.plain("", provider.url("/token?tenant=1"), provider.url("/user")));
        assertEquals("tenant=1", call().query());
        assertFalse(call().form().containsKey("scope"));
    }

    private void arrive(Connection connection) {
        lab.exchange.arrive(connection, DEPARTURE, new Callback("the code", Optional.empty()));
    }

    private FakeProvider.Seen call() {
        assertEquals(1, provider.seen("/token").size());
        return provider.seen("/token").get(0);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        Arrays.stream(uri.getQuery().split("&")).map(pair -> pair.split("=", 2)).forEach(pair -> assertNull(query.put(pair[0], pair[1])));
        return query;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}

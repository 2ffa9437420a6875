package gatehouse.exchange;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import gatehouse.connection.Connection;
import gatehouse.exchange.ExchangeFailed.Reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ExchangeTest {

    @AutoClose
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
    }

    @Test
    void a_good_trip_tells_the_issuer_the_person_and_its_steps() {
        Arrival arrival = lab.arrive();
        assertEquals(lab.connection.issuer(), arrival.issuer());
        assertEquals("Ada", arrival.profile().path("name").textValue());
        assertEquals(List.of("issuer", "discovery", "token", "id-token", "user-info"), arrival.steps().stream().map(Step::name).toList());
        assertTrue(arrival.steps().stream().allMatch(Step::good));
    }

    @Test
    void a_provider_without_user_info_is_known_by_its_token() {
        lab.publish(lab.metadata("").replaceFirst("\"userinfo_endpoint\":\"[^\"]*\",", ""));
        lab.token(lab.claims().with("name", "Grace"));
        assertEquals("Grace", lab.arrive().profile().path("name").textValue());
    }

    @ParameterizedTest
    @DisplayName("S-15 a callback that names another issuer stops before any call")
    @ValueSource(strings = {"https://attacker.example", "/", "UPPER", ""})
    void another_issuer_stops_before_the_token_call(String kind) {
        String issuer = lab.connection.issuer();
        String named = kind.equals("/") ? issuer + "/" : kind.equals("UPPER") ? issuer.toUpperCase() : kind;
        ExchangeFailed failed = arriveNaming(lab.connection, named);
        assertEquals("WRONG_ISSUER (other)", failed.getMessage());
        assertEquals(400, failed.reason().status());
        assertEquals(0, lab.provider.seen().size());
        Callback error = new Callback("", Optional.of(named));
        assertThrows(ExchangeFailed.class, () -> lab.exchange.sameIssuer(lab.connection, error));
    }

    @Test
    @DisplayName("S-16 a provider that promises to name itself and does not is refused before the token call")
    void a_missing_promised_issuer_stops_before_the_token_call() {
        lab.publish(lab.metadata(",\"authorization_response_iss_parameter_supported\":true"));
        lab.refused(Reason.WRONG_ISSUER, "missing");
        assertEquals(0, lab.provider.seen("/token").size());
        Callback named = new Callback("code", Optional.of(lab.connection.issuer()));
        assertEquals("person-1", lab.exchange.arrive(lab.connection, Lab.DEPARTURE, named).profile().path("sub").textValue());
    }

    @Test
    @DisplayName("S-15 plain OAuth 2.0 has no issuer to compare, unless one is set")
    void plain_oauth_compares_an_issuer_only_if_one_is_set() {
        lab.provider.on("/token", "{\"access_token\":\"t\",\"token_type\":\"bearer\"}").on("/user", "{\"id\":1}");
        Connection plain = Connections.plain(lab.provider);
        Callback named = new Callback("code", Optional.of("https://github.com/login/oauth"));
        assertEquals("", lab.exchange.arrive(plain, Lab.DEPARTURE, named).issuer());
        Connection strict = Connections.as(plain, 7, "https://github.com/login/oauth");
        assertEquals("", lab.exchange.arrive(strict, Lab.DEPARTURE, named).issuer());
        assertEquals(Reason.WRONG_ISSUER, arriveNaming(strict, "https://other.example").reason());
    }

    @ParameterizedTest
    @DisplayName("I-12 user info of another subject, also only by case, fails the whole trip")
    @ValueSource(strings = {"{\"sub\":\"person-2\"}", "{\"sub\":\"Person-1\"}", "{\"sub\":\"person-1 \"}", "{\"name\":\"Ada\"}",
        "{\"sub\":1}", "{\"sub\":null}"})
    void user_info_of_another_subject_fails(String answer) {
        lab.provider.on("/userinfo", answer);
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, lab::arrive);
        assertEquals("USER_INFO (sub)", failed.getMessage());
        assertEquals(5, failed.steps().size());
    }

    @Test
    @DisplayName("I-10 the nonce of another trip is refused, and the access token stays unused")
    void the_nonce_of_another_trip_is_refused() {
        lab.token(lab.claims().with("nonce", "of-an-earlier-trip"));
        lab.idTokenRefused("nonce");
    }

    @Test
    @DisplayName("I-22 a token that provider A signed for us is refused when provider B delivers it")
    void a_token_of_another_provider_is_refused() throws Exception {
        try (Lab other = new Lab()) {
            lab.idToken.set(Signer.RSA.sign(other.claims()));
            lab.idTokenRefused("iss");
        }
    }

    @ParameterizedTest
    @DisplayName("C-08, C-09, C-12 after a token answer that is not good, user info is not asked")
    @ValueSource(strings = {"{\"access_token\":null}", "{\"access_token\":\"a\",\"error\":\"x\"}", "{\"access_token\":\"a\\r\\nb\"}",
        "{}", "x",
        "{\"access_token\":\"a\"}{}", "{\"code\":20003}"})
    void after_a_bad_token_answer_user_info_is_not_asked(String answer) {
        lab.provider.on("/token", answer).on("/user", "{\"id\":1}");
        Connection plain = Connections.plain(lab.provider);
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, () -> lab.exchange.arrive(plain, Lab.DEPARTURE, Lab.CALLBACK));
        assertEquals(502, failed.reason().status());
        assertEquals(1, lab.provider.seen("/token").size());
        assertEquals(0, lab.provider.seen("/user").size());
    }

    @Test
    void signed_claims_win_over_user_info() {
        lab.provider.on("/userinfo", "{\"sub\":\"person-1\",\"iss\":\"https://x\",\"aud\":\"x\",\"exp\":1,\"nonce\":\"x\",\"email\":\"new@x\",\"name\":\"New\"}");
        lab.token(lab.claims().with("email", "old@x").with("email_verified", true).with("name", "Old").with("locale", "de"));
        ObjectNode profile = lab.arrive().profile();
        assertEquals(lab.connection.issuer(), profile.path("iss").textValue());
        assertEquals("client", profile.path("aud").textValue());
        assertEquals("the-nonce", profile.path("nonce").textValue());
        assertEquals("New", profile.path("name").textValue());
        assertEquals("de", profile.path("locale").textValue());
        assertEquals("new@x", profile.path("email").textValue());
        assertFalse(profile.has("email_verified"), "what was verified was the other address");
    }

    @Test
    void the_deadline_is_one_for_the_whole_trip() throws Exception {
        lab.provider.on("/userinfo", exchange -> pause());
        Connection hurried = Connections.within(lab.connection, Duration.ofMillis(1500));
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, () -> lab.exchange.arrive(hurried, Lab.DEPARTURE, Lab.CALLBACK));
        assertEquals(Reason.TOO_SLOW, failed.reason());
        assertEquals(504, failed.reason().status());
    }

    @Test
    @DisplayName("D-02 after five network failures a provider is left alone, others are not")
    void a_dead_provider_is_left_alone() {
        Connection dead = Connections.as(Connections.plain("", "http://127.0.0.1:1/token", ""), 99, "");
        for (int i = 0; i < 5; i++) {
            assertEquals(Reason.UNREACHABLE, assertThrows(ExchangeFailed.class,
                    () -> lab.exchange.arrive(dead, Lab.DEPARTURE, Lab.CALLBACK)).reason());
        }
        ExchangeFailed open = assertThrows(ExchangeFailed.class, () -> lab.exchange.arrive(dead, Lab.DEPARTURE, Lab.CALLBACK));
        assertEquals(Reason.BREAKER_OPEN, open.reason());
        assertEquals(503, open.reason().status());
        assertEquals(15, open.retryAfter());
        lab.arrive();
    }

    @Test
    @DisplayName("F-01 an address that became forbidden after it was saved is refused when asked")
    void a_forbidden_address_is_refused_when_asked() {
        Connection plain = Connections.plain("", "http://169.254.169.254/token", "");
        assertEquals(Reason.ADDRESS_REFUSED, assertThrows(ExchangeFailed.class,
                () -> lab.exchange.arrive(plain, Lab.DEPARTURE, Lab.CALLBACK)).reason());
    }

    @Test
    void nothing_secret_is_ever_printed() {
        assertFalse((Lab.DEPARTURE + "" + Lab.CALLBACK + lab.arrive() + new TokenReply("t0k3n", "t0k3n") + Lab.DEPARTURE.toString())
                .matches(".*(the-nonce|vvv|the-code|t0k3n|Ada).*"));
    }

    private ExchangeFailed arriveNaming(Connection connection, String issuer) {
        return assertThrows(ExchangeFailed.class,
                () -> lab.exchange.arrive(connection, Lab.DEPARTURE, new Callback("code", Optional.of(issuer))));
    }

    private static void pause() {
        try {
            Thread.sleep(4000);
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}

package gatehouse.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.TextNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import gatehouse.attempt.Departure;
import gatehouse.connection.ClientAuthentication;
import gatehouse.connection.Connection;
import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.tape.Call;

class RehearsalTest {

    private static final String SECRET = "s3cr&t \"of\" the/client+1";
    private static final String CODE = "the-code-of-this-trip";
    private static final Departure DEPARTURE = Departure.fresh("https://gate.example/callback", false);
    private static final Callback CALLBACK = new Callback(CODE, Optional.empty());
    private Lab lab;

    @BeforeEach
    void open() throws Exception {
        lab = new Lab();
        lab.token(lab.claims().with("nonce", DEPARTURE.nonce()));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private Connection as(ClientAuthentication authentication) {
        return Connections.naming(lab.connection, "client", SECRET, authentication);
    }

    private static String all(List<Step> steps) {
        return steps.stream().map(step -> step.calls().toString()).collect(Collectors.joining("\n"));
    }

    /** Not one of them, in any writing that a trip uses. */
    private void silent(String told, String... more) {
        List<String> secrets = new ArrayList<>(List.of(SECRET, CODE, DEPARTURE.state(), DEPARTURE.nonce(), DEPARTURE.verifier(), Lab.ACCESS_TOKEN, lab.idToken.get()));
        secrets.addAll(List.of(more));
        for (String secret : secrets) {
            String form = URLEncoder.encode(secret, UTF_8);
            for (String written : List.of(secret, form, form.replace("+", "%20"), new TextNode(secret).toString(), Base64.getEncoder().encodeToString(secret.getBytes(UTF_8)),
                    Base64.getEncoder().encodeToString(("client:" + secret).getBytes(UTF_8)), Base64.getEncoder().encodeToString(("client:" + form).getBytes(UTF_8)))) {
                assertFalse(told.contains(written), () -> secret + " as " + written + " in\n" + told);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ClientAuthentication.class)
    @DisplayName("E-01 a secret and a code of few letters are covered where they stand")
    void short_secrets_are_covered(ClientAuthentication authentication) {
        Connection connection = Connections.naming(lab.connection, "client", "zq", authentication);
        Rehearsal trip = lab.exchange.rehearse(connection, DEPARTURE);
        trip.arrive(new Callback("zx", Optional.empty()));
        String told = all(trip.steps());
        for (String secret : List.of("zq", "zx")) assertFalse(told.matches("(?s).*[=\"':]" + secret + "\\b.*"), () -> secret + " in\n" + told);
    }

    @ParameterizedTest
    @EnumSource(ClientAuthentication.class)
    @DisplayName("a good trial shows every request and answer, and not one secret")
    void a_good_trip_is_told_without_a_secret(ClientAuthentication authentication) {
        Rehearsal trip = lab.exchange.rehearse(as(authentication), DEPARTURE);
        Arrival arrival = trip.arrive(CALLBACK);
        String told = all(arrival.steps());
        silent(told);
        assertEquals(List.of("issuer", "discovery", "token", "id-token", "user-info"), arrival.steps().stream().map(Step::name).toList());
        Call token = arrival.steps().get(2).calls().get(0);
        assertEquals("POST", token.method());
        assertEquals(lab.provider.url("/token"), token.address());
        assertEquals(200, token.status());
        assertTrue(token.request().contains("grant_type=authorization_code"), token.request());
        assertTrue(token.answer().contains("\"token_type\":\"Bearer\""), token.answer());
        assertTrue(token.opened().contains("\"sub\" : \"person-1\"") && token.opened().contains("\"alg\" : \"RS256\""), token.opened());
        assertTrue(arrival.steps().get(4).calls().get(0).answer().contains("Ada"));
        assertTrue(arrival.steps().get(4).calls().get(0).headers().get("Authorization").matches("Bearer •••\\(\\d+\\)"), told);
        assertEquals(authentication == ClientAuthentication.BASIC, token.headers().getOrDefault("Authorization", "").startsWith("Basic •••("), told);
    }

    @Test
    @DisplayName("a provider that echoes secrets in its answers is told without them")
    void what_a_provider_echoes_is_covered() {
        String basic = Base64.getEncoder().encodeToString(("client:" + URLEncoder.encode(SECRET, UTF_8)).getBytes(UTF_8));
        lab.provider.on("/token", 400, "application/json", "{\"error\":\"invalid_request\",\"you_sent\":\"" + CODE + "\",\"url\":\"/?s=" + URLEncoder.encode(SECRET, UTF_8)
                + "\",\"json\":" + new TextNode(SECRET) + ",\"header\":\"Basic " + basic + "\",\"verifier\":\"" + DEPARTURE.verifier() + "\",\"at\":\"" + DEPARTURE.state() + "\"}");
        Rehearsal trip = lab.exchange.rehearse(as(ClientAuthentication.BASIC), DEPARTURE);
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, () -> trip.arrive(CALLBACK));
        assertEquals(Reason.DENIED_BY_PROVIDER, failed.reason());
        String told = all(trip.steps());
        silent(told);
        assertTrue(told.contains("invalid_request"), told);
        assertFalse(trip.steps().get(2).good());
    }

    @Test
    @DisplayName("an access token under a name that nobody knows, echoed by the user info, is covered in both answers")
    void a_token_in_an_unusual_place_is_covered() {
        lab.provider.on("/userinfo", "{\"sub\":\"person-1\",\"debug\":\"" + Lab.ACCESS_TOKEN + "\",\"nonce\":\"" + DEPARTURE.nonce() + "\"}");
        Rehearsal trip = lab.exchange.rehearse(as(ClientAuthentication.BODY), DEPARTURE);
        Arrival arrival = trip.arrive(CALLBACK);
        silent(all(arrival.steps()));
        silent(trip.covered(arrival.profile()).toString());
        assertEquals("person-1", trip.covered(arrival.profile()).path("sub").textValue());
    }

    @Test
    @DisplayName("refresh tokens that nobody uses are covered too")
    void a_refresh_token_is_covered() {
        lab.provider.on("/token", "{\"access_token\":\"" + Lab.ACCESS_TOKEN + "\",\"token_type\":\"Bearer\",\"refresh_token\":\"r3fresh\\/and\\u0061gain\",\"id_token\":\"" + lab.idToken.get() + "\"}");
        Rehearsal trip = lab.exchange.rehearse(as(ClientAuthentication.BODY), DEPARTURE);
        silent(all(trip.arrive(CALLBACK).steps()), "r3fresh/andagain", "r3fresh\\/and\\u0061gain");
    }

    @Test
    @DisplayName("secrets of the person that a provider writes into its tokens are covered where the token is opened, and in the answer that is kept")
    void what_is_secret_by_its_name_inside_a_token_is_covered() {
        lab.token(lab.claims().with("nonce", DEPARTURE.nonce()).with("accessSecret", "of Ada, 7f3a").with("recoveryCodes", List.of("one-for-later", "two-for-later")).with("token_use", "access"));
        Rehearsal trip = lab.exchange.rehearse(as(ClientAuthentication.BODY), DEPARTURE);
        Arrival arrival = trip.arrive(CALLBACK);
        String told = all(arrival.steps());
        silent(told, "of Ada, 7f3a", "one-for-later", "two-for-later");
        silent(trip.covered(arrival.profile()).toString(), "of Ada, 7f3a", "one-for-later", "two-for-later");
        assertTrue(told.contains("\"token_use\" : \"access\""), told);
    }

    @Test
    void a_departure_asks_past_every_copy_and_tells_what_it_heard() {
        lab.token(lab.claims());
        lab.arrive();
        int before = lab.provider.seen("/.well-known/openid-configuration").size();
        Rehearsal trip = lab.exchange.rehearse(as(ClientAuthentication.BASIC), DEPARTURE);
        String address = trip.depart().toString();
        assertTrue(address.startsWith(lab.provider.url("/authorize")) && address.contains("state=" + DEPARTURE.state()), address);
        assertEquals(before + 1, lab.provider.seen("/.well-known/openid-configuration").size());
        assertEquals(List.of("discovery", "departure"), trip.steps().stream().map(Step::name).toList());
        silent(trip.covered(address));
        assertTrue(trip.covered(address).contains("client_id=client"), trip.covered(address));
    }

    @Test
    void a_request_without_an_answer_is_told_as_such() {
        lab.provider.forget("/token").on("/token", exchange -> exchange.close());
        Rehearsal trip = lab.exchange.rehearse(as(ClientAuthentication.BASIC), DEPARTURE);
        assertThrows(ExchangeFailed.class, () -> trip.arrive(CALLBACK));
        Call call = trip.steps().get(2).calls().get(0);
        assertEquals(0, call.status());
        assertEquals("", call.answer());
    }

    @Test
    void long_answers_are_cut() {
        lab.provider.on("/userinfo", "{\"sub\":\"person-1\",\"about\":[" + ("\"" + "x".repeat(1000) + "\",").repeat(60) + "1]}");
        Rehearsal trip = lab.exchange.rehearse(as(ClientAuthentication.BASIC), DEPARTURE);
        String answer = trip.arrive(CALLBACK).steps().get(4).calls().get(0).answer();
        assertTrue(answer.length() <= 16 * 1024 + 2 && answer.endsWith(" …"), () -> answer.length() + " characters");
    }

    @Test
    void a_normal_trip_remembers_nothing_of_what_was_said() {
        lab.token(lab.claims());
        assertTrue(lab.arrive().steps().stream().allMatch(step -> step.calls().isEmpty()));
    }

    @Test
    void a_trial_passes_through_the_breaker_as_every_trip() {
        Connection away = Connections.plain("http://127.0.0.1:9/a", "http://127.0.0.1:9/t", "http://127.0.0.1:9/u");
        for (int i = 0; i < 5; i++) assertThrows(ExchangeFailed.class, () -> lab.exchange.arrive(away, DEPARTURE, CALLBACK));
        ExchangeFailed failed = assertThrows(ExchangeFailed.class, () -> lab.exchange.rehearse(away, DEPARTURE).arrive(CALLBACK));
        assertEquals(Reason.BREAKER_OPEN, failed.reason());
    }
}

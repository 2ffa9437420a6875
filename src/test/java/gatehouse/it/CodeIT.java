package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Answer;
import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import gatehouse.it.provider.Received;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class CodeIT {

    private static final String TOKEN = "\"access_token\":\"canary-access-token\",\"token_type\":\"Bearer\"";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oauth("Code", "authentication", "BODY").person(Person.named("1", "code-ann"));

    private final Visitor visitor = House.here().visitor();

    @Test
    @DisplayName("C-01 by Basic, client id and secret are form-encoded before Base64")
    void basic_is_form_encoded_first() {
        Placed strict = stage.place(FakeProvider.oauth("localhost").client("a:b c", "p+/%é:").person(Person.named("1", "basic-ann")), "Code Basic", "authentication", "BASIC");
        Trip.signIn(strict.slug());
        String pair = "a%3Ab+c:p%2B%2F%25%C3%A9%3A";
        assertEquals("Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)), tokenCall(strict).header("Authorization").orElseThrow());
        assertTrue(tokenCall(strict).form().first("client_secret").isEmpty());
    }

    @Test
    @DisplayName("C-02 by body, the secret stands in the body and nowhere else")
    void by_body_the_secret_stands_only_there() {
        Trip.signIn(provider.slug());
        assertEquals(provider.fake().clientSecret(), tokenCall(provider).form().one("client_secret"));
        assertTrue(tokenCall(provider).header("Authorization").isEmpty());
        assertEquals("/token", tokenCall(provider).target());
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    @DisplayName("C-04 a redirect of the token call is not followed")
    void a_redirect_of_the_token_call_is_not_followed(int status) {
        try (FakeProvider elsewhere = FakeProvider.oauth("127.0.0.1").tell("/token", Answer.json("{" + TOKEN + "}"))) {
            fails(502, Answer.redirect(status, elsewhere.at("/token")));
            assertEquals(0, elsewhere.received().size());
        }
    }

    @Test
    @DisplayName("C-05 an error with status 200 ends the sign-in in our words, as JSON and as a form")
    void an_error_with_a_good_status_ends_the_sign_in() throws IOException {
        fails(502, Answer.json("{\"error\":\"bad_verification_code\",\"error_description\":\"canary-description\"}"));
        fails(502, Answer.of(200, "application/x-www-form-urlencoded", "error=bad_verification_code&error_description=canary-description"));
        assertFalse(House.log().contains("canary-description"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"authCode", "auth_code"})
    @DisplayName("C-07 a code by DingTalk's or WeCom's name is not taken from another provider")
    void a_code_by_another_name_is_not_taken(String name) {
        Page page = Trip.begin(visitor, provider.slug()).end(answer -> answer.without("code").and(name, answer.one("code")));
        FailedSignIn.check(400, page, visitor);
        assertEquals(0, provider.tokenCalls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "7", "{}", "[]", "true"})
    @DisplayName("C-08 an access token that is none is never sent on")
    void an_access_token_that_is_none_is_not_sent_on(String token) {
        fails(502, Answer.json("{\"access_token\":" + token + ",\"token_type\":\"Bearer\"}"));
    }

    @Test
    @DisplayName("C-08 without an access token nothing is asked")
    void without_an_access_token_nothing_is_asked() {
        fails(502, Answer.json("{\"token_type\":\"Bearer\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"error\":\"x\"," + TOKEN + "}", "{\"access_token\":\"other\"," + TOKEN + "}", "{" + TOKEN + "}{}", "{" + TOKEN + "} x"})
    @DisplayName("C-09 an answer that says two things is refused")
    void an_answer_that_says_two_things_is_refused(String reply) {
        fails(502, Answer.json(reply));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX-Evil: 1", "a\\u0000b", "a b", "a\u00e9"})
    @DisplayName("C-12 an access token with characters that no header takes is never put in one")
    void an_access_token_of_bad_characters_is_refused(String token) {
        fails(502, Answer.json("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\"}"));
    }

    @Test
    @DisplayName("C-12 an access token of more than 8 KiB is refused")
    void a_long_access_token_is_refused() {
        fails(502, Answer.json("{\"access_token\":\"" + "a".repeat(8193) + "\",\"token_type\":\"Bearer\"}"));
    }

    @Test
    @DisplayName("C-14 an answer that trickles for ever ends with 504")
    void an_answer_that_trickles_ends_in_time() {
        fails(504, Answer.huge(10_000).trickling(Duration.ofSeconds(1)));
    }

    @Test
    @DisplayName("C-17 nothing switches the check of certificates off")
    void a_server_without_a_good_certificate_gets_no_code() {
        try (Certified server = Certified.byItself()) {
            Placed tls = stage.oauth("Code TLS", "tokenUrl", server.at("/token"));
            FailedSignIn.check(502, Trip.begin(visitor, tls.slug()).end(), visitor);
            assertEquals(0, server.requests());
            stage.remove(tls);
        }
    }

    @Test
    @DisplayName("C-18 an error page of 2 MB that repeats the request is neither shown nor logged")
    void an_error_page_is_neither_shown_nor_logged() throws IOException {
        String echo = "<h1>canary-echo client_secret=" + provider.fake().clientSecret() + "</h1>";
        fails(502, Answer.of(500, "text/html", echo.repeat(2_000_000 / echo.length())));
        assertFalse(House.log().contains("canary-echo"));
        assertFalse(House.log().contains(provider.fake().clientSecret()));
    }

    private void fails(int status, Answer reply) {
        provider.fake().tell("/token", reply);
        FailedSignIn.check(status, Trip.begin(visitor, provider.slug()).end(), visitor);
        assertEquals(0, provider.userInfoCalls());
    }

    private static Received tokenCall(Placed to) {
        return to.fake().received("/token").get(0);
    }
}

package gatehouse.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import gatehouse.exchange.ExchangeFailed.Reason;
import gatehouse.exchange.FailedTrips;
import gatehouse.web.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

    @ParameterizedTest
    @CsvSource({"redirect_uri_mismatch, redirect", "access_denied, access-denied", "invalid_scope, scope", "unauthorized_client, flow", "server_error, provider-trouble",
        "20010, not-allowed", "50001, consent", "40164, trusted-address", "100016, token", "100010, redirect", "ACCESS_DENIED, access-denied", "something_new, denied-otherwise"})
    void a_code_in_the_address_finds_its_advice(String code, String advice) {
        assertEquals(Cause.of(advice, code, "in words"), Advice.denied(code, "in words"));
    }

    @Test
    void microsofts_number_says_more_than_the_general_word_beside_it() {
        String words = "AADSTS50105: The signed in user is not assigned to a role for the application.";
        assertEquals(Cause.of("not-allowed", "AADSTS50105", words), Advice.denied("access_denied", words));
        assertEquals(Cause.of("access-denied", "access_denied", "AADSTS99999: x"), Advice.denied("access_denied", "AADSTS99999: x"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "bad_verification_code        | {\"error\":\"bad_verification_code\"}                                                  | code            | bad_verification_code",
        "incorrect_client_credentials | {\"error\":\"incorrect_client_credentials\"}                                           | secret          | incorrect_client_credentials",
        "invalid_client               | {\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000222: expired\"}        | secret-expired  | AADSTS7000222",
        "invalid_client               | {\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: invalid\"}        | secret          | AADSTS7000215",
        "unauthorized_client          | {\"error\":\"unauthorized_client\",\"error_description\":\"AADSTS700016: not found\"} | client          | AADSTS700016",
        "invalid_request              | {\"error\":\"invalid_request\",\"error_description\":\"AADSTS9002325: PKCE\"}          | platform        | AADSTS9002325",
        "invalid_client               | {\"error\":\"invalid_client\",\"error_description\":\"AADSTS50011: redirect\"}         | redirect        | AADSTS50011",
        "20029                        | {\"code\":20029}                                                                      | redirect        | 20029",
        "20010                        | {\"code\":20010,\"msg\":\"no permission\"}                                            | not-allowed     | 20010",
        "40029                        | {\"errcode\":40029,\"errmsg\":\"invalid code\"}                                       | code            | 40029",
        "40163                        | {\"errcode\":40163}                                                                   | code            | 40163",
        "100010                       | {\"error\":100010,\"error_description\":\"redirect uri is illegal\"}                  | redirect        | 100010",
        "something_new                | {\"error\":\"something_new\",\"error_code\":21322}                                    | redirect        | 21322",
        "something_new                | {\"error\":\"something_new\"}                                                         | code-otherwise  | something_new"})
    void a_code_in_the_token_answer_finds_its_advice(String code, String answer, String advice, String shown) {
        Cause cause = Advice.of(FailedTrips.denied(code), FailedTrips.after("token", 200, answer));
        assertEquals(List.of(advice, shown), List.of(cause.advice(), cause.code()));
    }

    @Test
    void what_the_provider_says_in_its_answer_is_told_also_when_the_answer_was_cut() {
        assertEquals("The \"code\" is old.", words("{\"error\":\"invalid_grant\",\"error_description\":\"The \\\"code\\\" is old.\"}"));
        assertEquals("无效", words("{\"errcode\":40029,\"errmsg\":\"无效\",\"more\":\"xxx …"));
        assertEquals("", words("{\"error\":\"invalid_grant\"}"));
    }

    private static String words(String answer) {
        return Advice.of(FailedTrips.denied("invalid_grant"), FailedTrips.after("token", 400, answer)).text();
    }

    @Test
    void a_refusal_by_status_alone_is_known_by_what_stands_in_the_body() {
        String dingTalk = "{\"code\":\"invalidParameter.authCode.notFound\",\"message\":\"x\"}";
        assertEquals("code", Advice.of(FailedTrips.failed(Reason.PROTOCOL, "status"), FailedTrips.after("token", 400, dingTalk)).advice());
        assertEquals("status", Advice.of(FailedTrips.failed(Reason.PROTOCOL, "status"), FailedTrips.after("token", 404, "<html>nothing here</html>")).advice());
        assertEquals("token", Advice.of(FailedTrips.failed(Reason.USER_INFO, "status"), FailedTrips.after("user-info", 401, "{\"error\":\"invalid_token\"}")).advice());
    }

    @Test
    void what_our_own_check_refused_is_not_taken_for_a_code_of_the_provider() {
        assertEquals("moved", Advice.of(FailedTrips.failed(Reason.PROTOCOL, "redirect"), FailedTrips.after("token", 302, "{\"error\":\"invalid_client\"}")).advice());
        assertEquals("slow", Advice.of(FailedTrips.failed(Reason.TOO_SLOW, "deadline"), List.of()).advice());
    }

    @ParameterizedTest
    @CsvSource({"UNREACHABLE, connect, unreachable", "UNREACHABLE, tls, tls", "TOO_SLOW, connect, slow", "WRONG_ISSUER, other, issuer-other", "WRONG_ISSUER, missing, issuer-missing",
        "ID_TOKEN, nonce, nonce", "ID_TOKEN, signature, signature", "ID_TOKEN, kid, signature", "ID_TOKEN, exp, clock", "ID_TOKEN, iat, clock", "ID_TOKEN, sub, no-subject",
        "ID_TOKEN, aud, audience", "ID_TOKEN, iss, issuer-token", "ID_TOKEN, missing, id-token-missing", "ID_TOKEN, alg, id-token-form", "USER_INFO, sub, other-subject",
        "USER_INFO, json, user-info-form", "PROTOCOL, json, not-json", "PROTOCOL, size, unusual", "PROTOCOL, token type, no-token", "PROTOCOL, variable, variable",
        "PROTOCOL, metadata: issuer, discovery-issuer", "PROTOCOL, metadata: weaker address, discovery-form", "PROTOCOL, keys: none, keys", "ADDRESS_REFUSED, address, address",
        "BREAKER_OPEN, retry, paused", "BUSY, retry, busy"})
    void our_own_reasons_have_advice(Reason reason, String detail, String advice) {
        assertEquals(advice, Advice.of(FailedTrips.failed(reason, detail), List.of()).advice());
    }

    @Test
    void neither_a_code_nor_an_error_is_a_cause_of_its_own() {
        assertEquals(Cause.of("no-code", "", ""), Advice.denied("", ""));
    }

    @Test
    void what_a_provider_says_is_one_line_of_500_characters() {
        String text = Cause.of("code", "x", "a\r\nb " + "y".repeat(1000)).text();
        assertTrue(text.startsWith("a b yyy") && text.endsWith(" …") && text.length() == 502, text);
    }

    /** Every advice that the sources name has its cause and mend in all languages, and none is written in vain. */
    @Test
    void every_advice_is_written_in_every_language() throws IOException {
        Set<String> named = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/gatehouse/trial"))) {
            for (Path source : sources.filter(file -> file.toString().matches(".*(Advice|KnownCodes|OwnReasons|Rehearsed)\\.java")).toList()) {
                Pattern.compile("(?:all\\(|Cause\\.of\\(|new Cause\\(|-> |return |\\? |: |orElse\\()\"([a-z][a-z-]+)\"").matcher(Files.readString(source)).results()
                        .forEach(found -> named.add(found.group(1)));
            }
        }
        Set<String> written = Stream.of(Files.readString(Path.of("src/main/resources/messages.properties")).split("\n")).filter(line -> line.startsWith("trial.advice."))
                .map(line -> line.split("\\.")[2]).collect(Collectors.toCollection(TreeSet::new));
        for (String advice : written) {
            for (Locale locale : Messages.LANGUAGES) {
                String cause = Messages.in(locale).say("trial.advice." + advice + ".cause", "Acme");
                assertTrue(!cause.isBlank() && !Messages.in(locale).say("trial.advice." + advice + ".mend", "Acme").isBlank(), advice);
            }
        }
        Set<String> steps = Set.of("discovery", "token", "error", "code");
        named.removeIf(name -> steps.contains(name) && !written.contains(name));
        assertEquals(written, named);
    }
}

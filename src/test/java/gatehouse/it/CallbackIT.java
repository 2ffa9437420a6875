package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class CallbackIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oidc("Callback").person(Person.named("1", "callback-ann"));

    private final Visitor visitor = House.here().visitor();

    @Test
    @DisplayName("S-13 who cancels there is told so in our words, and the trip is over")
    void who_cancels_is_told_so() {
        provider.fake().refuses("access_denied");
        Trip trip = Trip.begin(visitor, provider.slug());
        refused(403, trip.end(answer -> answer.and("error_description", "canary-description")));
        refused(400, trip.end());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "state=unknown&", "state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA&"})
    @DisplayName("S-14 an error of no trip of ours shows nothing of the provider and touches nothing")
    void an_error_of_no_trip_touches_nothing(String state) {
        Trip trip = Trip.begin(visitor, provider.slug());
        String path = trip.home().getPath();
        refused(400, visitor.get(path + "?" + state + "error=x&error_description=canary-description"));
        assertEquals(303, trip.end().status());
    }

    static Stream<UnaryOperator<String>> otherIssuers() {
        return Stream.of(issuer -> "http://evil.test", issuer -> issuer + "/", issuer -> issuer.toUpperCase(Locale.ROOT), issuer -> "");
    }

    @ParameterizedTest
    @MethodSource("otherIssuers")
    @DisplayName("S-15 an answer that names another issuer is refused, an error too")
    void an_answer_of_another_issuer_is_refused(UnaryOperator<String> other) {
        UnaryOperator<Parameters> change = answer -> answer.without("iss").and("iss", other.apply(provider.fake().address()));
        refused(400, Trip.begin(visitor, provider.slug()).end(change));
        provider.fake().refuses("access_denied");
        refused(400, Trip.begin(visitor, provider.slug()).end(change));
    }

    @Test
    @DisplayName("S-16 an answer without the issuer that discovery promises is refused")
    void a_promised_issuer_must_be_there() {
        refused(400, Trip.begin(visitor, provider.slug()).end(answer -> answer.without("iss")));
    }

    @Test
    @DisplayName("S-18 a trip does not end at a provider that was switched off meanwhile")
    void a_provider_switched_off_meanwhile_ends_nothing() {
        Trip trip = Trip.begin(visitor, provider.slug());
        stage.admin().disable(provider.slug());
        refused(403, trip.end());
        stage.admin().enable(provider.slug());
        refused(400, trip.end());
    }

    @Test
    @DisplayName("S-18 a trip does not end at a provider that was deleted meanwhile")
    void a_provider_deleted_meanwhile_ends_nothing() {
        Placed gone = stage.oidc("Callback gone");
        Trip trip = Trip.begin(visitor, gone.slug());
        trip.home();
        stage.admin().delete(gone.slug());
        Page page = trip.end();
        assertTrue(Set.of(400, 403, 404).contains(page.status()), page.text());
        refused(page.status(), page);
        assertEquals(0, gone.tokenCalls());
        stage.forget(gone);
    }

    @Test
    @DisplayName("S-18 while single sign-on is off nothing begins and nothing ends, and sessions live on")
    void while_it_is_off_nothing_begins_or_ends() {
        Visitor ann = Trip.signIn(provider.slug());
        provider.fake().reset();
        Form button = Trip.button(visitor, provider.slug());
        Trip trip = Trip.begun(visitor, visitor.submit(button));
        stage.off("enabled");
        try {
            refused(403, trip.end());
            FailedSignIn.check(403, visitor.submit(button), visitor);
            FailedSignIn.check(403, visitor.get("/api/auth/sso?method=sso_get_token&provider=" + provider.slug()), visitor);
            assertTrue(visitor.get("/login").html().select("form.ways").isEmpty());
            FailedSignIn.signedIn("callback-ann", ann);
        } finally {
            stage.set("enabled", "true");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"access_token", "id_token"})
    @DisplayName("S-19 a token in the address is not read")
    void a_token_in_the_address_is_not_read(String name) {
        refused(400, Trip.begin(visitor, provider.slug()).end(answer -> answer.without("code").and(name, "x")));
    }

    @Test
    @DisplayName("S-20 a callback by POST is refused")
    void a_callback_by_post_is_refused() {
        Trip trip = Trip.begin(visitor, provider.slug());
        Page page = visitor.post(trip.home().getPath(), trip.answer(), "Sec-Fetch-Site", "cross-site", "Origin", provider.fake().address());
        assertEquals(405, page.status());
        assertTrue(page.header("Allow").orElseThrow().contains("GET"));
        assertFalse(page.header("Allow").orElseThrow().contains("POST"));
        FailedSignIn.signedOut(visitor);
        assertEquals(0, provider.tokenCalls());
    }

    @Test
    @DisplayName("S-23 a sign-in ends at an address without code and state, by an answer that nobody keeps or passes on")
    void a_sign_in_ends_at_a_clean_address() {
        Page page = Trip.begin(visitor, provider.slug()).end();
        assertEquals(303, page.status());
        assertEquals(House.here().address() + "/", page.location().toString());
        assertEquals("no-referrer", page.header("Referrer-Policy").orElseThrow());
        assertEquals("no-store", page.header("Cache-Control").orElseThrow());
        assertEquals(0, page.body().length);
        FailedSignIn.signedIn("callback-ann", visitor);
    }

    @Test
    @DisplayName("S-24 the token call proves the challenge, with a verifier of its own each time")
    void the_token_call_proves_the_challenge() {
        Trip.signIn(provider.slug());
        Trip.signIn(provider.slug());
        String one = provider.fake().received("/token").get(0).form().one("code_verifier");
        assertTrue(one.matches("[A-Za-z0-9._~-]{43,128}"), one);
        assertNotEquals(one, provider.fake().received("/token").get(1).form().one("code_verifier"));
        // Whether its S256 is the challenge, the fake provider checks to the letter.
        assertNotEquals(one, provider.fake().received("/authorize").get(0).query().one("code_challenge"));
    }

    private void refused(int status, Page page) {
        FailedSignIn.check(status, page, visitor);
        assertEquals(0, provider.tokenCalls());
    }
}

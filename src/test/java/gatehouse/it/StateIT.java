package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Person;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class StateIT {

    private static final int STARTS = 200;
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed first = stage.oidc("State one").person(Person.named("1", "state-ann"));
    private static final Placed second = stage.oidc("State two").person(Person.named("2", "state-bob"));

    private final Visitor visitor = House.here().visitor();

    @Test
    @DisplayName("S-01 every start has its own state, nonce and S256 challenge of 256 bits")
    void every_start_has_its_own_secrets() {
        Form button = Trip.button(visitor, first.slug());
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < STARTS; i++) {
            Trip trip = Trip.begun(visitor, visitor.submit(button));
            assertEquals("S256", trip.asked("code_challenge_method"));
            for (String name : new String[] {"state", "nonce", "code_challenge"}) secrets.add(trip.asked(name));
        }
        assertEquals(3 * STARTS, secrets.size());
        assertEquals(3 * STARTS, secrets.stream().map(secret -> secret.substring(0, 8)).distinct().count());
        assertTrue(secrets.stream().allMatch(secret -> secret.matches("[A-Za-z0-9_-]{43}")));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 21, 42})
    @DisplayName("S-01 a state with one other character is refused")
    void a_state_with_one_other_character_is_refused(int position) {
        Trip trip = Trip.begin(visitor, first.slug());
        StringBuilder state = new StringBuilder(trip.asked("state"));
        state.setCharAt(position, state.charAt(position) == 'A' ? 'B' : 'A');
        refused(trip.end(answer -> answer.without("state").and("state", state.toString())));
    }

    @Test
    @DisplayName("S-02 a code without a state is refused")
    void a_code_without_a_state_is_refused() {
        refused(Trip.begin(visitor, first.slug()).end(answer -> answer.without("state")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "undefined"})
    @DisplayName("S-03 a state that is none is refused where no trip is under way")
    void a_state_that_is_none_is_refused(String state) {
        refused(visitor.get("/api/auth/sso_callback/" + first.slug() + "?code=x&state=" + state));
    }

    @Test
    @DisplayName("S-04 another browser's callback is refused, and both can still finish their own")
    void another_browsers_callback_is_refused() {
        Visitor other = House.here().visitor();
        Trip own = Trip.begin(visitor, first.slug());
        Trip others = Trip.begin(other, second.slug());
        refused(others.end(visitor));
        assertEquals(303, own.end().status());
        FailedSignIn.signedIn("state-ann", visitor);
        FailedSignIn.signedOut(other);
        assertEquals(303, others.end().status());
        FailedSignIn.signedIn("state-bob", other);
    }

    @Test
    @DisplayName("S-05 the same callback a second time is refused, and the session stays")
    void a_callback_works_once() {
        Trip trip = Trip.begin(visitor, first.slug());
        assertEquals(303, trip.end().status());
        assertEquals(400, trip.end().status());
        assertEquals(1, first.tokenCalls());
        FailedSignIn.signedIn("state-ann", visitor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "code", "iss"})
    @DisplayName("S-08 a parameter sent twice is refused, whichever comes first")
    void a_doubled_parameter_is_refused(String name) {
        refused(Trip.begin(visitor, first.slug()).end(answer -> answer.and(name, "x")));
        refused(Trip.begin(visitor, first.slug()).end(answer -> Parameters.listed(name, "x").and(name, answer.one(name)).and("x", "y")));
        refused(Trip.begin(visitor, first.slug()).end(answer -> answer.and(name, answer.one(name))));
    }

    @Test
    @DisplayName("S-08 an error beside a code is refused")
    void an_error_beside_a_code_is_refused() {
        refused(Trip.begin(visitor, first.slug()).end(answer -> answer.and("error", "access_denied")));
    }

    @Test
    @DisplayName("S-09 an answer at another provider's address is refused, and nobody gets the code")
    void an_answer_at_another_providers_address_is_refused() {
        Trip trip = Trip.begin(visitor, first.slug());
        Function<String, String> path = slug -> "/api/auth/sso_callback/" + slug;
        assertEquals(path.apply(first.slug()), trip.home().getPath());
        refused(visitor.get(path.apply(second.slug()) + "?" + trip.answer().encoded()));
    }

    @Test
    @DisplayName("S-10 two tabs of one browser both finish; the last one decides who is signed in")
    void two_tabs_both_finish() {
        Trip one = Trip.begin(visitor, first.slug());
        Trip two = Trip.begin(visitor, second.slug());
        assertEquals(303, two.end().status());
        FailedSignIn.signedIn("state-bob", visitor);
        assertEquals(303, one.end().status());
        FailedSignIn.signedIn("state-ann", visitor);
    }

    private void refused(Page page) {
        FailedSignIn.check(400, page, visitor);
        assertEquals(0, first.tokenCalls() + second.tokenCalls());
    }
}

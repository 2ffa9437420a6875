package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.Stage.Placed;
import gatehouse.it.provider.Answer;
import gatehouse.it.provider.Person;
import gatehouse.it.provider.Received;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@InHouse
class UserInfoIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Placed provider = stage.oauth("User info", "ruleAvatar", "$.picture");

    private final Visitor visitor = House.here().visitor();

    @ParameterizedTest
    @ValueSource(strings = {"preferred_username", "email"})
    @DisplayName("U-01 a required rule that finds nothing is named, and nobody is registered")
    void a_required_rule_that_finds_nothing_is_named(String missing) {
        provider.person(Person.named("u-01-" + missing, "info-nobody").without(missing));
        Page page = refused();
        assertTrue(page.html().select("main").text().contains((missing.equals("email") ? "email" : "name") + " is missing"), page.text());
        FailedSignIn.signedIn("info-" + missing, provider.newcomer("u-01-other-" + missing, "info-" + missing));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "true", "{}", "[]", "[\"1\"]", "{\"a\":\"1\"}", "1.5", "1e400", "NaN", "\"\"", "0"})
    @DisplayName("U-02 a subject that is neither text nor whole number is refused, nothing is coerced")
    void a_subject_that_is_none_is_refused(String subject) {
        refused(Answer.json("{\"sub\":" + subject + ",\"preferred_username\":\"info-subject\",\"email\":\"s@good.test\"}"));
    }

    @Test
    @DisplayName("U-04 a member that stands there twice is refused")
    void a_doubled_member_is_refused() {
        refused(Answer.json("{\"sub\":\"1\",\"sub\":\"2\",\"preferred_username\":\"info-twice\",\"email\":\"t@good.test\"}"));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 401, 403, 500})
    @DisplayName("U-09 another status than 200 is refused, and asked for once")
    void another_status_is_refused(int status) {
        refused(Answer.status(status));
    }

    @Test
    @DisplayName("U-09 a login page, or nothing at all, with status 200 is refused")
    void an_answer_that_is_no_json_is_refused() {
        refused(Answer.html("<!doctype html><h1>Sign in</h1>"));
        provider.fake().reset();
        refused(Answer.json(""));
    }

    @Test
    @DisplayName("U-19 the access token stands in the Authorization header and nowhere else")
    void the_token_stands_in_its_header_only() {
        provider.newcomer("u-19", "info-ann");
        Received request = provider.fake().received("/userinfo").get(0);
        assertTrue(request.header("Authorization").orElseThrow().startsWith("Bearer canary-access-token-"));
        assertEquals("/userinfo", request.target());
        assertEquals("", request.body());
    }

    @Test
    @DisplayName("U-20 an avatar is fetched by nobody, and shown only from https")
    void an_avatar_is_not_fetched() {
        for (String avatar : List.of("javascript:alert(1)", "data:text/html,x", provider.fake().at("/avatar.png"), "http://169.254.169.254/")) {
            provider.person(Person.named("u-20-" + avatar.length(), "info-face-" + avatar.length()).with("picture", avatar));
            Page profile = Trip.signIn(provider.slug()).get("/profile");
            assertEquals(200, profile.status());
            assertFalse(profile.text().contains(avatar), avatar);
        }
        assertEquals(0, provider.fake().received("/avatar.png").size());
    }

    private void refused(Answer userInfo) {
        provider.fake().tell("/userinfo", userInfo);
        refused();
    }

    private Page refused() {
        Page page = Trip.begin(visitor, provider.slug()).end();
        FailedSignIn.check(502, page, visitor);
        assertEquals(1, provider.userInfoCalls());
        return page;
    }
}

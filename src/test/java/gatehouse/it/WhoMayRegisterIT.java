package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class WhoMayRegisterIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static int people;

    private static Page signIn(Stage.Placed works, Person person) {
        works.person(person);
        return Trip.begin(House.here().visitor(), works.slug()).end();
    }

    private static Person person() {
        people++;
        return Person.named("who-" + people, "who-" + people);
    }

    @Test
    @DisplayName("R-13 only a verified address of exactly that domain registers, in any case")
    void only_verified_people_of_the_domain_register() {
        Stage.Placed works = stage.oidc("Good Works", "registration", "DOMAINS", "domains", "good.test");
        for (String stranger : new String[] {"x@good.test.evil", "x@evilgood.test", "x@good.test@evil", "x@sub.good.test", "good.test", "x@good.test\u3002evil"}) {
            Page page = signIn(works, person().with("email", stranger));
            assertEquals(403, page.status(), stranger);
        }
        assertEquals(403, signIn(works, person().with("email", "x@good.test").with("email_verified", false)).status());
        assertEquals(403, signIn(works, person().with("email", "x@good.test").without("email_verified")).status());
        assertEquals(403, signIn(works, person().without("email")).status());
        assertEquals(303, signIn(works, person().with("email", "X@GOOD.TEST")).status());
        assertEquals(303, signIn(works, person()).status());
    }

    @Test
    @DisplayName("Decision 6: a provider that registers nobody still signs its bound people in")
    void a_provider_that_registers_nobody_lets_its_people_in() {
        Stage.Placed works = stage.oidc("Closed Works", "registration", "NOBODY");
        Person person = person();
        Page refused = signIn(works, person);
        assertEquals(403, refused.status());
        assertTrue(refused.html().select("[role=alert]").text().contains("Closed Works"), refused::text);
        Visitor visitor = new Town(stage).resident("who-closed", "grey stone wall");
        assertEquals(303, Bindings.bind(visitor, works.slug()).status());
        assertEquals(303, signIn(works, person).status());
    }

    @Test
    @DisplayName("Decision 3: a custom mapping registers nobody without an e-mail; a bound person needs only the subject")
    void a_custom_mapping_needs_username_and_email_to_register() {
        Stage.Placed works = stage.oauth("Custom Works");
        Person whole = person();
        Page refused = signIn(works, whole.without("email"));
        assertEquals(502, refused.status());
        assertTrue(refused.text().contains("email"), refused::text);
        assertEquals(502, signIn(works, whole.without("preferred_username")).status());
        assertEquals(303, signIn(works, whole).status());
        assertEquals(303, signIn(works, whole.without("email").without("preferred_username").without("name")).status());
    }

    @Test
    @DisplayName("Decision 3: an OIDC mapping registers with a username alone")
    void an_oidc_mapping_needs_a_username_only() {
        Stage.Placed works = stage.oidc("Plain Works");
        assertEquals(303, signIn(works, person().without("email")).status());
        Person nameless = person().without("email").without("preferred_username").without("name");
        assertEquals(502, signIn(works, nameless).status());
    }
}

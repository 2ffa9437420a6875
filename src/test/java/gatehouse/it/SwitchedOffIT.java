package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class SwitchedOffIT {

    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Switched Works");

    @AfterEach
    void on() {
        stage.set("enabled", "true");
    }

    @Test
    @DisplayName("Decision 11: single sign-on off shows no button and answers starts and callbacks in flight with 403")
    void nobody_comes_in_by_a_provider_while_it_is_off() {
        Form button = Trip.button(House.here().visitor(), works.slug());
        works.person(Person.named("d11-flight", "d11-flight"));
        Trip flight = Trip.begin(House.here().visitor(), works.slug());
        flight.home();
        stage.off("enabled");
        int calls = works.tokenCalls();
        Visitor visitor = House.here().visitor();
        assertEquals(0, visitor.get("/login").html().select("form.ways, button[formaction]").size());
        assertEquals(403, visitor.post(button.action().getPath(), Parameters.listed("csrf", visitor.get("/login").csrf())).status());
        assertEquals(403, visitor.get("/api/auth/sso?method=sso_get_token&provider=" + works.slug()).status());
        assertEquals(403, flight.end().status());
        assertEquals(calls, works.tokenCalls());
    }

    @Test
    @DisplayName("A17 Decision 11: sessions live on, and the profile shows what is bound, with Unbind, and takes a password")
    void sessions_live_on_while_it_is_off() {
        Visitor visitor = works.newcomer("d11-ann");
        stage.off("enabled");
        Myself ann = Myself.of(visitor);
        assertTrue(ann.bound(works.slug()));
        assertFalse(ann.mayBind(works.slug()));
        assertEquals(409, Bindings.unbind(visitor, works.slug()).status(), "an identity is no way in while it is off");
        assertEquals(303, Myself.setPassword(visitor, "a blue window", "").status());
        assertEquals(303, Bindings.unbind(visitor, works.slug()).status());
        assertEquals(303, Login.anew("d11-ann", "a blue window").status(), "by password on the spot, as the seed says");
    }

    @Test
    @DisplayName("Decision 11: saving «off» first names those who have no password; nothing is saved before")
    void switching_off_asks_first() {
        works.newcomer("d11-locked-out");
        Page asked = stage.admin().visitor().submit(stage.admin().settings().without("enabled"));
        assertEquals(200, asked.status());
        assertTrue(asked.text().contains("no password"), asked::text);
        assertEquals("true", stage.admin().settings().value("enabled"));
    }

    @Test
    @DisplayName("A16 Decision 11: switching auto register off touches no account that exists")
    void accounts_that_exist_stay_when_registration_closes() {
        Visitor visitor = works.newcomer("d11-stays");
        stage.off("autoRegister");
        try {
            assertEquals("d11-stays", Myself.of(visitor).username());
            assertEquals(303, Trip.begin(House.here().visitor(), works.slug()).end().status());
        } finally {
            stage.set("autoRegister", "true");
        }
    }

    @Test
    @DisplayName("S-18 a provider that is disabled meanwhile: callbacks in flight get 403, and it has no button")
    void a_disabled_provider_lets_nobody_in() {
        works.person(Person.named("s18", "s18"));
        Trip flight = Trip.begin(House.here().visitor(), works.slug());
        flight.home();
        stage.admin().disable(works.slug());
        try {
            assertEquals(403, flight.end().status());
            assertFalse(House.here().visitor().get("/login").text().contains("Switched Works"));
        } finally {
            stage.admin().enable(works.slug());
        }
    }
}

package gatehouse.welcome;

import static gatehouse.welcome.Step.DONE;
import static gatehouse.welcome.Step.LATER;
import static gatehouse.welcome.Step.NEXT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.Ledgers;
import gatehouse.People;
import gatehouse.exchange.Exchange;
import gatehouse.exchange.OpenExchange;
import gatehouse.provider.TestSignIn;
import gatehouse.setting.SsoSettings;
import gatehouse.trial.TrialSignIn;
import gatehouse.web.Visit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStepsTest {

    private final Ledgers ledgers;
    private final People people;
    private final FirstSteps steps;
    private final long admin;

    FirstStepsTest(@TempDir Path data) {
        ledgers = new Ledgers(data);
        ledgers.put(Exchange.class, OpenExchange.at(ledgers.clock));
        ledgers.put(TestSignIn.class, ledgers.bean(TrialSignIn.class));
        people = new People(ledgers);
        steps = ledgers.bean(FirstSteps.class);
        admin = people.account("admin", "seven wet umbrellas");
        people.signedIn(admin, null);
    }

    private List<Step> found() {
        return steps.of(admin, true).steps();
    }

    private void disable(String slug) {
        ledgers.run("update provider set enabled = false where slug = '" + slug + "'");
    }

    @Test
    void in_a_new_house_the_provider_is_next() {
        assertEquals(List.of(DONE, NEXT, LATER), found());
        assertTrue(steps.of(admin, true).provider().isEmpty());
        assertFalse(steps.begun());
    }

    @Test
    void at_an_address_that_no_provider_leads_back_to_the_address_is_next() {
        assertEquals(List.of(NEXT, LATER, LATER), steps.of(admin, false).steps());
    }

    @Test
    void a_provider_that_nobody_came_in_by_is_not_done() {
        people.provider("acme");
        assertEquals(List.of(DONE, NEXT, LATER), found());
        FirstProvider first = steps.of(admin, true).provider().orElseThrow();
        assertEquals("acme false false 0", first.provider().slug() + " " + first.tried() + " " + first.mine() + " " + first.bound());
        assertTrue(steps.begun());
    }

    @Test
    void a_provider_that_somebody_is_bound_to_is_done() {
        people.bound(people.account("anyi"), people.provider("acme"), "anyi");
        assertEquals(List.of(DONE, DONE, NEXT), found());
        assertFalse(steps.of(admin, true).provider().orElseThrow().mine());
    }

    @Test
    void a_disabled_provider_is_not_done_and_single_sign_on_off_is_not_either() {
        people.bound(admin, people.provider("acme"), "admin");
        assertEquals(List.of(DONE, DONE, NEXT), found());
        people.set(new SsoSettings(false, false, SsoSettings.DEFAULT.defaultDirectory(), SsoSettings.DEFAULT.defaultPermissions(), false));
        assertEquals(List.of(DONE, NEXT, DONE), found());
        people.set(SsoSettings.DEFAULT);
        disable("acme");
        assertEquals(List.of(DONE, NEXT, DONE), found());
    }

    @Test
    void the_administrator_goes_on_with_the_one_that_is_furthest() {
        people.provider("first");
        disable("first");
        people.provider("second");
        assertEquals("second", first());
        people.bound(admin, people.provider("third"), "admin");
        assertEquals("third", first());
        disable("third");
        assertEquals("second", first());
        disable("second");
        assertEquals("third", first());
    }

    private String first() {
        return steps.of(admin, true).provider().orElseThrow().provider().slug();
    }

    @Test
    void saved_settings_are_an_answer_also_when_nothing_changed() {
        people.bound(admin, people.provider("acme"), "admin");
        people.set(SsoSettings.DEFAULT);
        assertEquals(List.of(DONE, DONE, DONE), found());
    }

    @Test
    void only_an_administrator_of_a_house_without_a_provider_is_led_to_the_first_steps() {
        Visit.Me administrator = new Visit.Me(admin, "admin", true);
        assertEquals("/admin/welcome", steps.onward(administrator));
        assertEquals("/", steps.onward(new Visit.Me(admin, "anyi", false)));
        people.provider("acme");
        disable("acme");
        assertEquals("/", steps.onward(administrator));
    }
}

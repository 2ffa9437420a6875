package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.AtOnce;
import gatehouse.it.provider.Person;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class BindingIT {

    private static final String PASSWORD = "quiet brown otter";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Town town = new Town(stage);
    private static final Stage.Placed works = stage.oidc("Binding Works");

    @Test
    @DisplayName("B-01 a bind does not begin by GET, nor without the form's token")
    void a_bind_begins_by_a_form_of_ours_only() {
        Visitor visitor = town.resident("b01-ann", PASSWORD);
        assertEquals(405, visitor.get("/profile/bindings/" + works.slug()).status());
        assertEquals(405, visitor.get("/profile/bindings/" + works.slug() + "/unbind").status());
        assertEquals(403, visitor.post("/profile/bindings/" + works.slug(), Parameters.none()).status());
        assertEquals(403, visitor.post("/profile/bindings/" + works.slug() + "/unbind", Parameters.listed("csrf", "x")).status());
    }

    @Test
    @DisplayName("B-02 posted subjects and identities change nothing")
    void an_identity_cannot_be_typed_in() {
        Visitor visitor = town.resident("b02-ann", PASSWORD);
        Form form = visitor.get("/profile").formTo("/profile").with("sso_id", "b02", "ssoId", "b02", "subject", "b02", "identities[0].subject", "b02",
                "identities", "b02", "provider_id", "1", "provider", works.slug(), "issuer", works.fake().address());
        assertEquals(303, visitor.submit(form).status());
        assertEquals(List.of(), Myself.of(visitor).subjects());
        assertEquals(303, visitor.post("/profile/bindings/" + works.slug(), Bindings.token(visitor).and("subject", "b02")).status());
        assertEquals(List.of(), Myself.of(visitor).subjects());
    }

    @Test
    @DisplayName("B-03 a bind that an attacker stopped half way does not end in the victim's browser")
    void a_bind_ends_only_where_it_began() {
        works.person(Person.named("b03-attacker", "b03"));
        Visitor attacker = town.resident("b03-attacker", PASSWORD);
        Visitor victim = town.resident("b03-victim", PASSWORD);
        Trip stopped = Bindings.begin(attacker, works.slug());
        Page answer = stopped.end(victim);
        assertEquals(400, answer.status());
        assertFalse(Myself.of(victim).bound(works.slug()));
        assertFalse(Myself.of(attacker).bound(works.slug()));
        assertEquals(0, works.fake().received("/token").stream().filter(call -> call.body().contains(stopped.answer().one("code"))).count());
    }

    @Test
    @DisplayName("B-05 an identity of another account: 409, nothing moves, its owner is not named")
    void an_identity_bound_elsewhere_stays_there() {
        works.person(Person.named("b05", "b05-there"));
        Visitor owner = town.resident("b05-owner", PASSWORD);
        Visitor other = town.resident("b05-other", PASSWORD);
        assertEquals(303, Bindings.bind(owner, works.slug()).status());
        Page answer = Bindings.bind(other, works.slug());
        assertEquals(409, answer.status());
        assertFalse(answer.text().contains("b05-owner"));
        assertTrue(answer.html().select("[role=alert]").text().contains("Binding Works"), answer::text);
        assertFalse(Myself.of(other).bound(works.slug()));
        assertTrue(Myself.of(owner).bound(works.slug()));
    }

    @Test
    @DisplayName("B-06 the same identity bound twice is one row, and the second time is no error")
    void binding_twice_is_nothing_new() throws Exception {
        works.person(Person.named("b06", "b06-there"));
        Visitor visitor = town.resident("b06-ann", PASSWORD);
        List<Trip> trips = List.of(Bindings.begin(visitor, works.slug()), Bindings.begin(visitor, works.slug()));
        trips.forEach(Trip::home);
        List<Page> answers = AtOnce.all(2, at -> () -> trips.get(at).end());
        assertEquals(List.of(303, 303), answers.stream().map(Page::status).toList());
        assertEquals(List.of("b06"), Myself.of(visitor).subjects());
        assertEquals(303, Bindings.bind(visitor, works.slug()).status());
        assertEquals(List.of("b06"), Myself.of(visitor).subjects());
    }

    @Test
    @DisplayName("B-07 the last way in is not unbound; with a password it is")
    void unbinding_the_last_way_in_is_refused() {
        Visitor visitor = works.newcomer("b07", "b07-ann");
        Page refused = Bindings.unbind(visitor, works.slug());
        assertEquals(409, refused.status());
        assertTrue(refused.html().select("[role=alert]").text().contains("Set a password"), refused::text);
        assertTrue(Myself.of(visitor).bound(works.slug()));
        assertTrue(Told.by(stage.admin().visitor(), "kind", "REFUSED").get(0).detail().startsWith("Without " + works.slug()), "the log names the provider");
        assertEquals(303, Myself.setPassword(visitor, PASSWORD, "").status());
        assertEquals(303, Bindings.unbind(visitor, works.slug()).status());
        Page profile = visitor.get("/profile");
        assertTrue(profile.html().select("[role=status]").text().contains("no longer bound"), profile::text);
        assertTrue(Myself.of(visitor).mayBind(works.slug()));
    }

    @Test
    @DisplayName("B-09 nobody unbinds somebody else's identity")
    void what_is_not_bound_here_cannot_be_unbound_here() {
        Visitor owner = works.newcomer("b09", "b09-owner");
        Visitor other = town.resident("b09-other", PASSWORD);
        assertEquals(404, Bindings.unbind(other, works.slug()).status());
        assertEquals(404, Bindings.unbind(other, "no-such-provider").status());
        assertTrue(Myself.of(owner).bound(works.slug()));
    }

    @Test
    @DisplayName("B-16 a provider of the same name made anew does not know the old one's people")
    void a_provider_made_anew_is_another_one() {
        Stage.Placed old = stage.oidc("Phoenix");
        Person ann = Person.named("b16", "b16-ann");
        old.person(ann);
        assertEquals("b16-ann", Myself.of(Trip.signIn(old.slug())).username());
        stage.remove(old);
        Stage.Placed anew = stage.oidc("Phoenix");
        anew.person(ann);
        assertFalse(anew.slug().equals(old.slug()));
        assertEquals("b16-ann_b16", Myself.of(Trip.signIn(anew.slug())).username());
        stage.off("autoRegister");
        anew.person(Person.named("b16-other", "b16-other"));
        assertEquals(403, Trip.begin(House.here().visitor(), anew.slug()).end().status());
        stage.set("autoRegister", "true");
    }

    @Test
    @DisplayName("B-20 no page posts a message to a window, names a token in an address, or keeps its opener")
    void nothing_is_posted_between_windows() {
        works.person(Person.named("b20", "b20-ann"));
        Visitor visitor = House.here().visitor();
        Page answer = Trip.begin(visitor, works.slug()).end();
        assertEquals("/", answer.location().getPath());
        assertEquals(null, answer.location().getRawQuery());
        for (Page page : List.of(answer, visitor.get("/profile"), House.here().visitor().get("/login"), visitor.get("/static/gatehouse.js"))) {
            assertFalse(page.text().contains("postMessage"));
            assertEquals("same-origin", page.header("Cross-Origin-Opener-Policy").orElseThrow());
        }
    }
}

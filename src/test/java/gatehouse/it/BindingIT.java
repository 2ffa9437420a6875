package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gatehouse.it.provider.Person;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@InHouse
class BindingIT {

    private static final String PASSWORD = "quiet brown otter";
    @AutoClose
    private static Stage stage;
    private static Town town;
    private static Stage.Placed works;
    private static String slug;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        works = stage.oidc("Binding Works");
        slug = works.slug();
        town = new Town(stage);
    }

    @Test
    @DisplayName("B-01 a bind does not begin by GET, nor without the form's token")
    void a_bind_begins_by_a_form_of_ours_only() {
        Visitor visitor = town.resident("b01-ann", PASSWORD);
        assertEquals(405, visitor.get("/profile/bindings/" + slug).status());
        assertEquals(405, visitor.get("/profile/bindings/" + slug + "/unbind").status());
        assertEquals(403, visitor.post("/profile/bindings/" + slug, Parameters.none()).status());
        assertEquals(403, visitor.post("/profile/bindings/" + slug + "/unbind", Parameters.listed("csrf", "x")).status());
    }

    @Test
    @DisplayName("B-02 posted subjects and identities change nothing")
    void an_identity_cannot_be_typed_in() {
        Visitor visitor = town.resident("b02-ann", PASSWORD);
        Form form = visitor.get("/profile").formTo("/profile").with("sso_id", "b02", "ssoId", "b02", "subject", "b02", "identities[0].subject", "b02",
                "identities", "b02", "provider_id", "1", "provider", slug, "issuer", works.fake().address());
        assertEquals(303, visitor.submit(form).status());
        assertEquals(List.of(), Myself.of(visitor).subjects());
        assertEquals(303, visitor.post("/profile/bindings/" + slug, Bindings.token(visitor).and("subject", "b02")).status());
        assertEquals(List.of(), Myself.of(visitor).subjects());
    }

    @Test
    @DisplayName("B-03 a bind that an attacker stopped half way does not end in the victim's browser")
    void a_bind_ends_only_where_it_began() {
        works.fake().person(Person.named("b03-attacker", "b03"));
        Visitor attacker = town.resident("b03-attacker", PASSWORD);
        Visitor victim = town.resident("b03-victim", PASSWORD);
        Trip stopped = Bindings.begin(attacker, slug);
        Page answer = stopped.end(victim);
        assertEquals(400, answer.status());
        assertFalse(Myself.of(victim).bound(slug));
        assertFalse(Myself.of(attacker).bound(slug));
        assertEquals(0, works.fake().received("/token").stream().filter(call -> call.body().contains(stopped.answer().one("code"))).count());
    }

    @Test
    @DisplayName("B-05 an identity of another account: 409, nothing moves, its owner is not named")
    void an_identity_bound_elsewhere_stays_there() {
        works.fake().person(Person.named("b05", "b05-there"));
        Visitor owner = town.resident("b05-owner", PASSWORD);
        Visitor other = town.resident("b05-other", PASSWORD);
        assertEquals(303, Bindings.bind(owner, slug).status());
        Page answer = Bindings.bind(other, slug);
        assertEquals(409, answer.status());
        assertFalse(answer.text().contains("b05-owner"));
        assertTrue(answer.html().select("[role=alert]").text().contains("Binding Works"), answer::text);
        assertFalse(Myself.of(other).bound(slug));
        assertTrue(Myself.of(owner).bound(slug));
    }

    @Test
    @DisplayName("B-06 the same identity bound twice is one row, and the second time is no error")
    void binding_twice_is_nothing_new() {
        works.fake().person(Person.named("b06", "b06-there"));
        Visitor visitor = town.resident("b06-ann", PASSWORD);
        List<Trip> trips = List.of(Bindings.begin(visitor, slug), Bindings.begin(visitor, slug));
        trips.forEach(Trip::home);
        List<Page> answers = Crowd.of(2, at -> trips.get(at).end());
        assertEquals(List.of(303, 303), answers.stream().map(Page::status).toList());
        assertEquals(List.of("b06"), Myself.of(visitor).subjects());
        assertEquals(303, Bindings.bind(visitor, slug).status());
        assertEquals(List.of("b06"), Myself.of(visitor).subjects());
    }

    @Test
    @DisplayName("B-07 the last way in is not unbound; with a password it is")
    void unbinding_the_last_way_in_is_refused() {
        works.fake().person(Person.named("b07", "b07-ann"));
        Visitor visitor = Trip.signIn(slug);
        Page refused = Bindings.unbind(visitor, slug);
        assertEquals(409, refused.status());
        assertTrue(refused.html().select("[role=alert]").text().contains("Set a password"), refused::text);
        assertTrue(Myself.of(visitor).bound(slug));
        assertTrue(Told.by(stage.admin().visitor(), "kind", "REFUSED").get(0).detail().startsWith("Without " + slug), "the log names the provider");
        assertEquals(303, Myself.setPassword(visitor, PASSWORD, "").status());
        assertEquals(303, Bindings.unbind(visitor, slug).status());
        Page profile = visitor.get("/profile");
        assertTrue(profile.html().select("[role=status]").text().contains("no longer bound"), profile::text);
        assertTrue(Myself.of(visitor).mayBind(slug));
    }

    @Test
    @DisplayName("B-09 nobody unbinds somebody else's identity")
    void what_is_not_bound_here_cannot_be_unbound_here() {
        works.fake().person(Person.named("b09", "b09-owner"));
        Visitor owner = Trip.signIn(slug);
        Visitor other = town.resident("b09-other", PASSWORD);
        assertEquals(404, Bindings.unbind(other, slug).status());
        assertEquals(404, Bindings.unbind(other, "no-such-provider").status());
        assertTrue(Myself.of(owner).bound(slug));
    }

    @Test
    @DisplayName("B-16 a provider of the same name made anew does not know the old one's people")
    void a_provider_made_anew_is_another_one() {
        Stage.Placed old = stage.oidc("Phoenix");
        Person ann = Person.named("b16", "b16-ann");
        old.fake().person(ann);
        assertEquals("b16-ann", Myself.of(Trip.signIn(old.slug())).username());
        stage.remove(old);
        Stage.Placed anew = stage.oidc("Phoenix");
        anew.fake().person(ann);
        assertFalse(anew.slug().equals(old.slug()));
        assertEquals("b16-ann_b16", Myself.of(Trip.signIn(anew.slug())).username());
        stage.off("autoRegister");
        anew.fake().person(Person.named("b16-other", "b16-other"));
        assertEquals(403, Trip.begin(House.here().visitor(), anew.slug()).end().status());
        stage.set("autoRegister", "true");
    }

    @Test
    @DisplayName("B-20 no page posts a message to a window, names a token in an address, or keeps its opener")
    void nothing_is_posted_between_windows() {
        works.fake().person(Person.named("b20", "b20-ann"));
        Visitor visitor = House.here().visitor();
        Page answer = Trip.begin(visitor, slug).end();
        assertEquals("/", answer.location().getPath());
        assertEquals(null, answer.location().getRawQuery());
        for (Page page : List.of(answer, visitor.get("/profile"), House.here().visitor().get("/login"), visitor.get("/static/gatehouse.js"))) {
            assertFalse(page.text().contains("postMessage"));
            assertEquals("same-origin", page.header("Cross-Origin-Opener-Policy").orElseThrow());
        }
    }
}

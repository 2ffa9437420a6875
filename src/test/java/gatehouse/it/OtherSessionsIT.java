package gatehouse.it;

import static gatehouse.it.Myself.signedIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gatehouse.it.provider.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@InHouse
class OtherSessionsIT {

    private static final String PASSWORD = "seven paper boats";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Stage.Placed works = stage.oidc("Session Works");
    private static final Town town = new Town(stage);

    private static Visitor again(String name) {
        Visitor visitor = House.here().visitor();
        assertEquals(303, Login.with(visitor, name, PASSWORD).status());
        return visitor;
    }

    @Test
    @DisplayName("B-12 a changed password ends every other session and every bind under way, and gives this session a new cookie")
    void a_changed_password_ends_what_others_began() {
        works.person(Person.named("b12", "b12-there"));
        Visitor owner = town.resident("b12-ann", PASSWORD);
        Visitor intruder = again("b12-ann");
        Trip bind = Bindings.begin(intruder, works.slug());
        bind.home();
        String before = owner.cookies().all().toString();
        assertEquals(303, Myself.setPassword(owner, "eight paper boats", PASSWORD).status());
        assertEquals("b12-ann", Myself.of(owner).username());
        assertFalse(before.equals(owner.cookies().all().toString()));
        assertFalse(signedIn(intruder));
        assertEquals(400, bind.end().status());
        assertFalse(Myself.of(owner).bound(works.slug()));
        assertEquals(401, Login.anew("b12-ann", PASSWORD).status());
    }

    @Test
    @DisplayName("B-10 an unbound identity: sessions it opened end, trips under way fail, and it is unknown from then on")
    void what_an_unbound_identity_opened_is_closed() {
        Visitor ann = works.newcomer("b10", "b10-ann");
        assertEquals(303, Myself.setPassword(ann, PASSWORD, "").status());
        Visitor elsewhere = Trip.signIn(works.slug());
        assertEquals("b10-ann", Myself.of(elsewhere).username());
        Visitor byPassword = again("b10-ann");
        Trip bind = Bindings.begin(byPassword, works.slug());
        bind.home();
        assertEquals(303, Bindings.unbind(byPassword, works.slug()).status());
        assertFalse(signedIn(elsewhere));
        assertEquals(400, bind.end().status());
        assertFalse(Myself.of(byPassword).bound(works.slug()));
        stage.off("autoRegister");
        Page unknown = Trip.begin(House.here().visitor(), works.slug()).end();
        stage.set("autoRegister", "true");
        assertEquals(403, unknown.status());
    }

    @Test
    @DisplayName("B-11 an account with the same verified e-mail is not merged: the newcomer gets one of their own")
    void accounts_are_never_joined_by_an_email() {
        Visitor attacker = town.resident("b11-attacker", PASSWORD);
        assertEquals(303, attacker.submit(attacker.get("/profile").formTo("/profile").with("email", "b11-victim@good.test")).status());
        Visitor victim = works.newcomer("b11", "b11-victim");
        assertEquals("b11-victim", Myself.of(victim).username());
        assertEquals("b11-victim@good.test", Myself.of(victim).field("email"));
        assertFalse(Myself.of(attacker).bound(works.slug()));
    }

    @Test
    @DisplayName("K-13 the list of sessions ends one, and only one's own")
    void sessions_are_ended_one_by_one() {
        Visitor here = town.resident("k13-ann", PASSWORD);
        Visitor there = again("k13-ann");
        Visitor other = town.resident("k13-bob", PASSWORD);
        Form end = here.get("/profile").form("form[action^=/profile/sessions/]");
        assertEquals(404, other.post(end.action().getPath(), Bindings.token(other)).status());
        assertEquals(true, signedIn(there));
        assertEquals(303, here.submit(end).status());
        assertEquals(true, signedIn(here));
    }
}

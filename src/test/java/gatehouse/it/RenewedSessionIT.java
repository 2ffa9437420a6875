package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import gatehouse.AtOnce;
import gatehouse.it.provider.Person;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A session gets another id when its person binds. */
@InHouse
class RenewedSessionIT {

    private static final String PASSWORD = "quiet brown otter";
    @RegisterExtension
    private static final Stage stage = new Stage();
    private static final Town town = new Town(stage);
    private static final Stage.Placed works = stage.oidc("Renewal Works");

    @Test
    @DisplayName("K-02 who binds goes on under a new session id; the one before is dead at once")
    void binding_renews_the_session() {
        works.person(Person.named("k02", "k02-there"));
        Visitor visitor = town.resident("k02-ann", PASSWORD);
        Cookie before = visitor.cookies().find("session").orElseThrow();
        assertEquals(303, Bindings.bind(visitor, works.slug()).status());
        assertNotEquals(before.value(), visitor.cookies().find("session").orElseThrow().value());
        FailedSignIn.signedIn("k02-ann", visitor);
        Visitor thief = House.here().visitor();
        thief.cookies().put(before);
        assertEquals("/login", thief.get("/profile").location().getPath());
        assertEquals(401, thief.get("/api/me").status());
        assertEquals(List.of("k02"), Myself.of(visitor).subjects());
    }

    @Test
    @DisplayName("K-02 two tabs that end their binds at once both bind, and their browser stays signed in; so it does when the second comes with the id of before")
    void two_tabs_that_bind_at_once_stay_signed_in() throws Exception {
        Stage.Placed second = stage.oidc("Binding Tabs");
        Visitor visitor = town.resident("k02-tabs", PASSWORD);
        List<Stage.Placed> places = List.of(works, second);
        places.forEach(place -> place.person(Person.named("k02-tabs", "k02-tabs-there")));
        List<Trip> trips = places.stream().map(place -> Bindings.begin(visitor, place.slug())).toList();
        trips.forEach(Trip::home);
        assertEquals(List.of(303, 303), AtOnce.all(2, at -> () -> trips.get(at).end()).stream().map(Page::status).toList());
        FailedSignIn.signedIn("k02-tabs", visitor);
        assertEquals(2, Myself.of(visitor).subjects().size());
        places.forEach(place -> Bindings.unbind(visitor, place.slug()));
        List<Trip> more = places.stream().map(place -> Bindings.begin(visitor, place.slug())).toList();
        more.forEach(Trip::home);
        Cookie before = visitor.cookies().find("session").orElseThrow();
        assertEquals(303, more.get(0).end().status());
        Cookie renewed = visitor.cookies().find("session").orElseThrow();
        visitor.cookies().put(before);
        assertEquals(303, more.get(1).end().status());
        assertEquals(before.value(), visitor.cookies().find("session").orElseThrow().value());
        visitor.cookies().put(renewed);
        FailedSignIn.signedIn("k02-tabs", visitor);
        assertEquals(2, Myself.of(visitor).subjects().size());
    }
}

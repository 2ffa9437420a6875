package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.it.provider.Person;

/** Where people come from who have a password here and no provider: each is registered once, and unbound. Auto register must be on. */
public final class Town {

    private final Stage.Placed provider;

    public Town(Stage stage) {
        provider = stage.oauth("Town");
    }

    /** A new account of that username, signed in by its password. */
    public Visitor resident(String username, String password) {
        provider.fake().person(Person.named(username, username));
        Visitor newcomer = Trip.signIn(provider.slug());
        assertEquals(username, Myself.of(newcomer).username());
        Page saved = Myself.setPassword(newcomer, password, "");
        assertEquals(303, saved.status(), saved::text);
        assertEquals(303, Bindings.unbind(newcomer, provider.slug()).status());
        Visitor resident = House.here().visitor();
        assertEquals(303, Login.with(resident, username, password).status());
        return resident;
    }
}

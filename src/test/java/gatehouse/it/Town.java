package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;

/** Where people come from who have a password here and no provider: each is registered once, and unbound. Auto register must be on. */
public final class Town implements AutoCloseable {

    private final FakeProvider provider = FakeProvider.oauth("localhost");
    private final String slug;

    public Town(Desk desk) {
        slug = desk.add("Town " + provider.clientSecret().hashCode(), provider, false);
    }

    /** A new account of that username, signed in by its password. */
    public Visitor resident(String username, String password) {
        provider.person(Person.named(username, username));
        Visitor newcomer = Walk.newcomer(slug);
        assertEquals(username, Myself.of(newcomer).username());
        Page saved = Myself.setPassword(newcomer, password, "");
        assertEquals(303, saved.status(), saved::text);
        assertEquals(303, Walk.unbind(newcomer, slug).status());
        Visitor resident = House.here().visitor();
        assertEquals(303, Login.with(resident, username, password).status());
        return resident;
    }

    @Override
    public void close() {
        provider.close();
    }
}

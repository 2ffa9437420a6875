package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Where people come from who have a password here and no provider: each is registered once, and unbound. Auto register must be on. */
public final class Town {

    private final Stage stage;
    private final Stage.Placed provider;

    public Town(Stage stage) {
        this.stage = stage;
        provider = stage.oauth("Town");
    }

    /** A new account of that username, signed in by its password: at once, or as soon as the stage is open. */
    public Visitor resident(String username, String password) {
        Visitor resident = House.here().visitor();
        stage.whenOpen(() -> settle(username, password, resident));
        return resident;
    }

    private void settle(String username, String password, Visitor resident) {
        Visitor newcomer = provider.newcomer(username);
        assertEquals(username, Myself.of(newcomer).username());
        Page saved = Myself.setPassword(newcomer, password, "");
        assertEquals(303, saved.status(), saved::text);
        assertEquals(303, Bindings.unbind(newcomer, provider.slug()).status());
        assertEquals(303, Login.with(resident, username, password).status());
    }
}

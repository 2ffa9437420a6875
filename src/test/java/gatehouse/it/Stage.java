package gatehouse.it;

import gatehouse.it.provider.FakeProvider;
import java.util.ArrayList;
import java.util.List;

/** The providers of one IT class and the settings it needs; closing takes the providers out of the house and puts the settings back. */
public final class Stage implements AutoCloseable {

    private final Admin admin = Admin.signedIn();
    private final Form before = admin.settings();
    private final List<Placed> placed = new ArrayList<>();

    /** A fake provider, and the slug it has in the house. */
    public record Placed(FakeProvider fake, String slug) {

        public int tokenCalls() {
            return fake.received("/token").size();
        }

        public int userInfoCalls() {
            return fake.received("/userinfo").size();
        }
    }

    /** Single sign-on is on and everybody is registered, with `/test1` and 152. */
    public static Stage open() {
        Stage stage = new Stage();
        stage.set("enabled", "true", "autoRegister", "true", "defaultDir", "/test1", "permissionSum", "152");
        return stage;
    }

    public Admin admin() {
        return admin;
    }

    /** Types these settings over what is saved. */
    public void set(String... namesAndValues) {
        admin.save(admin.settings().with(namesAndValues));
    }

    /** Switches a setting off. */
    public void off(String name) {
        admin.save(admin.settings().without(name));
    }

    public Placed oidc(String name, String... typedOver) {
        return place(FakeProvider.oidc("localhost"), name, typedOver);
    }

    public Placed oauth(String name, String... typedOver) {
        return place(FakeProvider.oauth("localhost"), name, typedOver);
    }

    public Placed place(FakeProvider fake, String name, String... typedOver) {
        Placed one = new Placed(fake, admin.add(fake, name, typedOver));
        placed.add(one);
        return one;
    }

    /** Takes one out before the others. */
    public void remove(Placed one) {
        admin.delete(one.slug());
        forget(one);
    }

    /** Ends a fake provider that the house has no more. */
    public void forget(Placed one) {
        placed.remove(one);
        one.fake().close();
    }

    @Override
    public void close() {
        List.copyOf(placed).forEach(this::remove);
        admin.save(before);
    }
}

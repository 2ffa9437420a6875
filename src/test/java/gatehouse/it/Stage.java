package gatehouse.it;

import gatehouse.it.provider.FakeProvider;
import gatehouse.it.provider.Person;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The providers of one IT class and the settings it needs: single sign-on is on and everybody is registered, with `/test1` and 152.
 * A static field with {@code @RegisterExtension} opens before the first test, with all that was called for by then; after each test its
 * providers forget what they were told; after the last it closes. Closing takes the providers out of the house and puts the settings back.
 */
public final class Stage implements BeforeAllCallback, AfterEachCallback, AfterAllCallback, AutoCloseable {

    private final Admin admin = new Admin();
    private final List<Placed> placed = new ArrayList<>();
    private final List<Runnable> calledFor = new ArrayList<>();
    private Form before;

    /** A fake provider, and the slug it has in the house. */
    public static final class Placed {

        private final FakeProvider fake;
        private String slug = "";

        private Placed(FakeProvider fake) {
            this.fake = fake;
        }

        public FakeProvider fake() {
            return fake;
        }

        /** Empty until the stage is open. */
        public String slug() {
            return slug;
        }

        public int tokenCalls() {
            return fake.received("/token").size();
        }

        public int userInfoCalls() {
            return fake.received("/userinfo").size();
        }

        /** Who is sitting before every browser that comes from now on. */
        public Placed person(Person person) {
            fake.person(person);
            return this;
        }

        /** Somebody of that subject and name signs in; fails when they do not get in. */
        public Visitor newcomer(String subject, String name) {
            person(Person.named(subject, name));
            return Trip.signIn(slug);
        }

        /** As {@link #newcomer(String, String)}, where the subject is the name. */
        public Visitor newcomer(String name) {
            return newcomer(name, name);
        }
    }

    /** For a while within a test, or for those who build on it; to be closed. */
    public static Stage open() {
        Stage stage = new Stage();
        stage.raise();
        return stage;
    }

    private void raise() {
        admin.signIn();
        before = admin.settings();
        set("enabled", "true", "autoRegister", "true", "defaultDir", "/test1", "permissionSum", "152");
        calledFor.forEach(Runnable::run);
    }

    /** Does it at once, or as soon as the stage is open. */
    void whenOpen(Runnable deed) {
        if (before == null) calledFor.add(deed);
        else deed.run();
    }

    /** Signed in as soon as the stage is open. */
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

    /** Adds the provider to the house: at once, or when the stage opens. */
    public Placed place(FakeProvider fake, String name, String... typedOver) {
        Placed one = new Placed(fake);
        placed.add(one);
        whenOpen(() -> one.slug = admin.add(fake, name, typedOver));
        return one;
    }

    /** Takes one out before the others. */
    public void remove(Placed one) {
        if (!one.slug.isEmpty()) admin.delete(one.slug);
        forget(one);
    }

    /** Ends a fake provider that the house has no more. */
    public void forget(Placed one) {
        placed.remove(one);
        one.fake.close();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        raise();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        placed.forEach(one -> one.fake.reset());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        List.copyOf(placed).forEach(this::remove);
        if (before != null) admin.save(before);
    }
}

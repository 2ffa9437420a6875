package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.it.provider.FakeProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.nodes.Element;

/** An administrator at work on the real pages: adds providers, saves settings. Closing it puts everything back. */
public final class Desk implements AutoCloseable {

    private final Visitor admin = House.here().visitor();
    private final List<String> added = new ArrayList<>();
    private final Form before;

    private Desk() {
        assertEquals(303, Login.with(admin, "admin", House.adminPassword()).status());
        before = settings();
    }

    public static Desk open() {
        return new Desk();
    }

    public Visitor visitor() {
        return admin;
    }

    /** Adds a provider of ours by its issuer, or by its three addresses; fields are name, value and win. @return its slug */
    public String add(String name, FakeProvider provider, boolean oidc, String... fields) {
        Form form = form().with("name", name, "clientId", provider.clientId(), "clientSecret", provider.clientSecret());
        form = oidc ? form.with("protocol", "OIDC", "issuer", provider.address(), "scope", "openid profile email", "mappingType", "OIDC")
                : form.with("protocol", "OAUTH2", "authorizeUrl", provider.at("/authorize"), "tokenUrl", provider.at("/token"),
                        "userInfoUrl", provider.at("/userinfo"), "scope", "profile", "mappingType", "CUSTOM");
        return add(form.with(fields));
    }

    /** The form to add a provider, as it is offered. */
    public Form form() {
        return admin.get("/admin/providers/new").formTo("/admin/providers/new");
    }

    /** Saves a provider that nothing is wrong with. @return its slug, as the list of providers has it */
    public String add(Form form) {
        Page answer = admin.submit(form);
        assertEquals(303, answer.status(), answer::text);
        added.add(slug(form.value("name")));
        return added.get(added.size() - 1);
    }

    private String slug(String name) {
        Element row = admin.get("/admin/providers").html().select("table.rows tbody tr").stream()
                .filter(one -> one.selectFirst("th .who > div").ownText().equals(name)).findFirst().orElseThrow();
        String edit = row.selectFirst("a[href^=/admin/providers/]").attr("href");
        return edit.substring("/admin/providers/".length());
    }

    /** Presses enable, disable, up or down in the list. */
    public void press(String slug, String what) {
        Form form = admin.get("/admin/providers").form("form:has(a[href=/admin/providers/" + slug + "])");
        assertEquals(303, admin.post("/admin/providers/" + slug + "/" + what, form.fields()).status());
    }

    public void delete(String slug) {
        assertEquals(303, admin.submit(admin.get("/admin/providers/" + slug + "/delete").formTo("/delete")).status());
        added.remove(slug);
    }

    /** The settings as they are now. */
    public Form settings() {
        return admin.get("/admin/sso").formTo("/admin/sso");
    }

    /** Saves settings, and confirms where that is asked. */
    public void save(Form settings) {
        Page answer = admin.submit(settings);
        if (answer.status() == 200) answer = admin.submit(answer.form("form:has(input[name=confirmed])"));
        assertEquals(303, answer.status(), answer::text);
    }

    public void settings(UnaryOperator<Form> change) {
        save(change.apply(settings()));
    }

    /** Newcomers get an account, in that directory, with that permission sum. */
    public void register(String directory, int permission) {
        settings(form -> form.with("enabled", "true", "autoRegister", "true", "defaultDir", directory, "permissionSum", Integer.toString(permission)));
    }

    @Override
    public void close() {
        List.copyOf(added).forEach(this::delete);
        save(before);
    }
}

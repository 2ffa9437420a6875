package gatehouse.it.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gatehouse.it.Form;
import gatehouse.it.House;
import gatehouse.it.OwnTokens;
import gatehouse.it.Page;
import gatehouse.it.Stage;
import gatehouse.it.Trip;
import gatehouse.it.Visitor;
import gatehouse.it.provider.Person;
import java.util.ArrayList;
import java.util.List;

/** Guarded services of one IT class, added by their page, and people with the permissions they should have. */
final class Guards implements AutoCloseable {

    private static final String SERVICES = "/admin/services";
    private final Stage stage = Stage.open();
    private final Stage.Placed works = stage.oidc("Guard Works");
    private final List<String> added = new ArrayList<>();

    /** A person with a session, and a token that may be used for guarded services. */
    record Somebody(Visitor visitor, String username, String token) {
    }

    /** Adds one at that address; people sign in at the house. @return the path of its page */
    String add(String name, String address, String mode, String... typedOver) {
        Visitor admin = stage.admin().visitor();
        Form form = admin.get(SERVICES + "/new").formTo("/new").with("name", name, "address", address, "mode", mode, "signIn", House.here().address().toString());
        Page answer = admin.submit(form.with(typedOver));
        assertEquals(303, answer.status(), answer::text);
        added.add(answer.location().getPath());
        return answer.location().getPath();
    }

    void change(String page, String... typedOver) {
        Visitor admin = stage.admin().visitor();
        Page answer = admin.submit(admin.get(page).formTo(page).with(typedOver));
        assertEquals(303, answer.status(), answer::text);
    }

    /** The configuration that the page prints. @param proxy nginx, caddy or traefik */
    String configuration(String page, String proxy) {
        return stage.admin().visitor().get(page).html().selectFirst("textarea#config-" + proxy).wholeText().stripLeading();
    }

    /** A new account with that permission sum and directory. */
    Somebody somebody(String username, int sum, String directory) {
        stage.set("permissionSum", Integer.toString(sum), "defaultDir", directory);
        works.fake().person(Person.named(username, username));
        Visitor visitor = Trip.signIn(works.slug());
        return new Somebody(visitor, username, token(visitor, "verify"));
    }

    /** The administrator switches this account off. */
    void disable(String username) {
        Visitor admin = stage.admin().visitor();
        String page = admin.get("/admin/users?q=" + username).html().select("tbody th a").stream().filter(link -> link.text().equals(username)).findFirst().orElseThrow()
                .attr("href");
        assertEquals(303, admin.submit(admin.get(page).formTo("/disable")).status());
    }

    /** Signs the same person in once more, in another browser. */
    Visitor again(String username) {
        works.fake().person(Person.named(username, username));
        return Trip.signIn(works.slug());
    }

    static String token(Visitor visitor, String scope) {
        return OwnTokens.minted(visitor, scope, scope);
    }

    Stage stage() {
        return stage;
    }

    @Override
    public void close() {
        Visitor admin = stage.admin().visitor();
        for (String page : added) {
            if (admin.get(page).status() == 200) admin.submit(admin.get(page + "/delete").formTo("/delete"));
        }
        stage.close();
    }
}

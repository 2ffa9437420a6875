package gatehouse.benchmark;

import gatehouse.it.Form;
import gatehouse.it.Page;
import gatehouse.it.Visitor;
import gatehouse.it.provider.FakeProvider;
import java.net.URI;

/** Sets the house up by its pages. */
public final class Administrator {

    private final Visitor browser;

    public Administrator(URI house) {
        browser = new Visitor(house);
        Form door = browser.get("/login").formTo("/login");
        send(door.with("username", "admin", "password", Gatehouse.ADMIN_PASSWORD));
    }

    public Visitor browser() {
        return browser;
    }

    /** Whoever is unknown gets an account. */
    public void registersEverybody() {
        Page done = send(browser.get("/admin/sso").formTo("/admin/sso").with("autoRegister", "true"));
        if (!browser.follow(done).html().select("input[name=autoRegister][checked]").isEmpty()) return;
        throw new IllegalStateException("auto register is still off:\n" + done.text());
    }

    /** Adds an OIDC provider and returns its slug. */
    public void adds(String name, FakeProvider provider) {
        send(browser.get("/admin/providers/new?preset=oidc").formTo("/admin/providers/new").with("protocol", "OIDC", "name", name, "issuer", provider.address(),
                "clientId", provider.clientId(), "clientSecret", provider.clientSecret(), "redirectStyle", "OWN", "mappingType", "OIDC"));
    }

    /** Guards a service on the house's own host, so that the session's cookie is the one that is checked. */
    public void guards(String address) {
        send(browser.get("/admin/services/new").formTo("/new").with("name", "House", "address", address, "mode", "SIGNED_IN", "signIn", address.replaceAll("(?<=[0-9])/.*", "")));
    }

    private Page send(Form form) {
        Page answer = browser.submit(form);
        if (!answer.redirects()) throw new IllegalStateException(form.action() + " was refused:\n" + answer.text());
        return answer;
    }
}

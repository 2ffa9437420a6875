package gatehouse.it;

import gatehouse.it.provider.FakeProvider;
import java.util.List;
import java.util.function.UnaryOperator;

/** The administrator at work, by the pages people use; what the house asks first is confirmed. */
public final class Admin {

    private static final String SETTINGS = "/admin/sso";
    private static final String PROVIDERS = "/admin/providers";

    private final Visitor visitor = House.here().visitor();

    /** At the door: not signed in yet. */
    Admin() {
    }

    /** The first administrator, with a session of their own. */
    public static Admin signedIn() {
        Admin admin = new Admin();
        admin.signIn();
        return admin;
    }

    void signIn() {
        accepted(Login.with(visitor, "admin", House.adminPassword()));
    }

    public Visitor visitor() {
        return visitor;
    }

    /** The settings as they are, to be typed over and saved; a switch is off when its field is left out. */
    public Form settings() {
        return visitor.get(SETTINGS).formTo(SETTINGS);
    }

    /** Saves the settings, also when they were read in a session before; fails when something typed is refused. */
    public void save(Form settings) {
        Page answer = visitor.submit(settings.with("csrf", settings().value("csrf")));
        accepted(answer.status() == 200 ? visitor.submit(answer.formTo(SETTINGS)) : answer);
    }

    /** Adds a provider, switched on, with its own redirect address; the rest as typed over. @return its slug */
    public String add(FakeProvider provider, String name, String... typedOver) {
        Form form = visitor.get(PROVIDERS + "/new?preset=oidc").formTo(PROVIDERS + "/new").with("name", name, "redirectStyle", "OWN", "redirectUrl", House.here().address() + "/callback",
                "clientId", provider.clientId(), "clientSecret", provider.clientSecret());
        return added(visitor.submit((provider.oidc() ? oidc(form, provider) : oauth(form, provider)).with(typedOver)));
    }

    /** Adds a provider from the picker, the preset's page as typed over. @return its slug */
    public String pick(String preset, UnaryOperator<Form> typing) {
        return added(visitor.submit(typing.apply(visitor.get(PROVIDERS + "/new?preset=" + preset).formTo(PROVIDERS + "/new"))));
    }

    private String added(Page saved) {
        accepted(saved);
        return saved.location().getPath().substring(PROVIDERS.length() + 1);
    }

    /** How many people are bound at that provider, as the list says. */
    public int bound(String slug) {
        return Integer.parseInt(visitor.get(PROVIDERS).html().selectFirst("tr:has(form[action=" + PROVIDERS + "/" + slug + "]) td.number").text());
    }

    /** The addresses to copy into its console, as its page shows them for the redirect style that is chosen there. */
    public List<String> addresses(String slug) {
        Page page = visitor.get(PROVIDERS + "/" + slug);
        return page.html().select("[data-style=" + page.formTo("/" + slug).value("redirectStyle") + "] input").eachAttr("value");
    }

    private static Form oidc(Form form, FakeProvider provider) {
        return form.with("protocol", "OIDC", "issuer", provider.address(), "scope", "openid profile email", "mappingType", "OIDC");
    }

    private static Form oauth(Form form, FakeProvider provider) {
        return form.with("protocol", "OAUTH2", "authorizeUrl", provider.at("/authorize"), "tokenUrl", provider.at("/token"), "userInfoUrl", provider.at("/userinfo"),
                "scope", "profile", "mappingType", "CUSTOM", "ruleSubject", "$.sub", "ruleName", "$.preferred_username", "ruleEmail", "$.email");
    }

    /** The page of a provider, to be typed over. */
    public Form provider(String slug) {
        return visitor.get(PROVIDERS + "/" + slug).formTo(PROVIDERS + "/" + slug);
    }

    public void enable(String slug) {
        press(slug, "enable");
    }

    /** Switches it off, whoever is bound to it. */
    public void disable(String slug) {
        accepted(visitor.submit(visitor.get(PROVIDERS + "/" + slug + "/disable").formTo("/disable")));
    }

    public void delete(String slug) {
        accepted(visitor.submit(visitor.get(PROVIDERS + "/" + slug + "/delete").formTo("/delete")));
    }

    private void press(String slug, String button) {
        accepted(visitor.submit(visitor.get(PROVIDERS).formTo("/" + slug).sentTo(PROVIDERS + "/" + slug + "/" + button)));
    }

    /** What is saved redirects, and not to a sign-in. */
    private void accepted(Page answer) {
        boolean home = answer.redirects() && !answer.location().getPath().equals("/login");
        if (!home) throw new AssertionError(answer.status() + " " + answer.address() + "\n" + answer.text());
    }
}

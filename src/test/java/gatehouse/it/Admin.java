package gatehouse.it;

import gatehouse.it.provider.FakeProvider;
import org.jsoup.nodes.Element;

/** The administrator at work, by the pages people use; what the house asks first is confirmed. */
public final class Admin {

    private static final String SETTINGS = "/admin/sso";
    private static final String PROVIDERS = "/admin/providers";

    private final Visitor visitor = House.here().visitor();

    private Admin() {
    }

    /** The first administrator, with a session of their own. */
    public static Admin signedIn() {
        Admin admin = new Admin();
        admin.accepted(admin.visitor.submit(admin.visitor.get("/login").formTo("/login").with("username", "admin", "password", House.adminPassword())));
        return admin;
    }

    public Visitor visitor() {
        return visitor;
    }

    /** The settings as they are, to be typed over and saved; a switch is off when its field is left out. */
    public Form settings() {
        return visitor.get(SETTINGS).formTo(SETTINGS);
    }

    /** Saves the settings; fails when something typed is refused. */
    public void save(Form settings) {
        Page answer = visitor.submit(settings);
        accepted(answer.status() == 200 ? visitor.submit(answer.formTo(SETTINGS)) : answer);
    }

    /** Adds a provider, switched on, with its own redirect address; the rest as typed over. @return its slug */
    public String add(FakeProvider provider, String name, String... typedOver) {
        Form form = visitor.get(PROVIDERS + "/new?preset=oidc").formTo(PROVIDERS + "/new").with("name", name, "redirectStyle", "OWN", "redirectUrl", House.here().address() + "/callback",
                "clientId", provider.clientId(), "clientSecret", provider.clientSecret());
        accepted(visitor.submit((provider.oidc() ? oidc(form, provider) : oauth(form, provider)).with(typedOver)));
        return slug(name);
    }

    private static Form oidc(Form form, FakeProvider provider) {
        return form.with("protocol", "OIDC", "issuer", provider.address(), "scope", "openid profile email", "mappingType", "OIDC");
    }

    private static Form oauth(Form form, FakeProvider provider) {
        return form.with("protocol", "OAUTH2", "authorizeUrl", provider.at("/authorize"), "tokenUrl", provider.at("/token"), "userInfoUrl", provider.at("/userinfo"),
                "scope", "profile", "mappingType", "CUSTOM", "ruleSubject", "$.sub", "ruleName", "$.preferred_username", "ruleEmail", "$.email");
    }

    private String slug(String name) {
        Element row = visitor.get(PROVIDERS).html().select("tbody tr").stream().filter(each -> each.selectFirst("th").text().contains(name)).findFirst()
                .orElseThrow(() -> new AssertionError("no provider " + name));
        return row.selectFirst("form").attr("action").substring(PROVIDERS.length() + 1);
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

package gatehouse.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;

/** An administrator who looks after people, by the pages of the user management. */
public record Desk(Visitor visitor) {

    private static final String USERS = "/admin/users";

    /** A new account with a one-time password. */
    public record Newcomer(String username, String address, String oneTimePassword) {
    }

    public Newcomer add(String username) {
        Page shown = visitor.submit(visitor.get(USERS + "/new").formTo(USERS + "/new").with("username", username, "basePath", "/", "permissionSum", "0"));
        assertEquals(200, shown.status(), shown::text);
        String address = URI.create(shown.html().selectFirst("main a.button").absUrl("href")).getPath();
        return new Newcomer(username, address, shown.html().selectFirst("input#password").val());
    }

    /** Where the account of that name is. */
    public String find(String username) {
        Page found = visitor.get(USERS + "?" + Parameters.listed("q", username).encoded());
        return URI.create(found.html().select("tbody th a").stream().filter(link -> link.text().equals(username)).findFirst()
                .orElseThrow(() -> new AssertionError("no user " + username + "\n" + found.text())).absUrl("href")).getPath();
    }

    /** Presses the button of one of the forms on the account's page. */
    public Page press(String address, String deed) {
        return visitor.submit(visitor.get(address).formTo(address + "/" + deed));
    }

    /** Ticks these roles, by name, and no others. */
    public Page roles(String address, String... names) {
        Page page = visitor.get(address);
        Form form = page.formTo(address + "/roles").without("roles");
        for (String name : names) form = form.adding("roles", page.html().select("label.tick:has(input[name=roles])").stream()
                .filter(label -> label.selectFirst("span").ownText().equals(name)).findFirst().orElseThrow().selectFirst("input").val());
        return visitor.submit(form);
    }

    /** Asks for the account to be deleted, and confirms it. */
    public Page delete(String address) {
        return visitor.submit(visitor.get(address + "/delete").formTo("/delete"));
    }

    /** Somebody new who signs in with a one-time password and replaces it. */
    public static Visitor arrives(Newcomer newcomer, String password) {
        Visitor visitor = House.here().visitor();
        assertEquals(303, Login.with(visitor, newcomer.username(), newcomer.oneTimePassword()).status());
        Page replaced = visitor.submit(visitor.get("/profile/password").formTo("/profile/password").with("password", password, "repeated", password));
        assertEquals(303, replaced.status(), replaced::text);
        return visitor;
    }
}

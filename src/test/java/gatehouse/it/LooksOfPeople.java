package gatehouse.it;

import java.net.URI;

/** What an administrator sees of people and roles, while another one is at work at the same desk. */
record LooksOfPeople(Sitting sitting, Desk other, String person) {

    private static final String SAVE = "main form button.primary";

    /** @return the one-time password of the account that was added, whose name is the person's with "-new" */
    String all() {
        sitting.show("/admin/users", "users");
        sitting.show("/admin/users?q=nobody-of-that-name", "users-none");
        String oneTime = added();
        quicker();
        bound();
        roles();
        return oneTime;
    }

    private String added() {
        sitting.show("/admin/users/new", "user-new");
        sitting.press(SAVE, "user-error");
        sitting.chromium().type("username", person + "-new").type("basePath", "/");
        sitting.press(SAVE, "one-time-password");
        String oneTime = sitting.chromium().find("#password").getDomProperty("value");
        sitting.press("main a.button", "user");
        return oneTime;
    }

    /** The account's page stands open while somebody else saves it. */
    private void quicker() {
        String address = URI.create(sitting.chromium().address()).getPath();
        sitting.chromium().type("nickname", "Mine");
        other.visitor().submit(other.visitor().get(address).formTo(address).with("nickname", "Theirs"));
        sitting.press(SAVE, "user-conflict");
    }

    private void bound() {
        String address = other.find(person);
        sitting.show(address, "user-bound");
        sitting.show(address + "/delete", "user-delete");
        sitting.chromium().open(House.here().address() + address);
        sitting.press("form[action$='/disable'] button", "user-disabled");
    }

    private void roles() {
        String name = "Night watch " + sitting.language();
        sitting.show("/admin/roles/new", "role-new");
        sitting.press(SAVE, "role-error");
        sitting.chromium().type("name", name);
        sitting.press(SAVE, "roles");
        sitting.chromium().open(House.here().address() + "/admin/roles").press(name);
        sitting.look("role");
        sitting.press("main a.danger", "role-delete");
        sitting.chromium().pressAt("main form button.danger");
    }
}

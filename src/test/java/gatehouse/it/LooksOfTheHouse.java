package gatehouse.it;

import java.nio.file.Path;

/** What an administrator sees of the house: settings, address, first steps, guarded services, import, audit log and status. */
record LooksOfTheHouse(Sitting sitting) {

    private static final Path BACKUP = Path.of("src/test/resources/importing/alist-backup.json").toAbsolutePath();
    private static final String SAVE = "main form button.primary";

    void all() {
        sitting.show("/admin/audit", "audit");
        sitting.show("/admin/audit?kind=SIGN_IN_FAILED&from=2026-03-02&to=2026-03-01", "audit-error");
        sitting.show("/admin/status", "status");
        sitting.show("/admin/address", "address");
        sitting.show("/admin/welcome", "welcome");
        settings();
        imports();
        services();
        sitting.show("/again?next=/profile", "again");
        sitting.show("/api/auth/sso?method=get_sso_id", "choose-bind");
    }

    private void settings() {
        sitting.show("/admin/sso", "settings");
        Chromium chromium = sitting.chromium();
        chromium.find("#enabled").click();
        chromium.find("#compatibility").click();
        sitting.press(SAVE, "confirm");
        chromium.open(House.here().address() + "/admin/sso").type("permissionSum", "x");
        sitting.press(SAVE, "settings-error");
    }

    private void imports() {
        sitting.show("/admin/import", "import");
        sitting.press(SAVE, "import-error");
        sitting.chromium().find("#file").sendKeys(BACKUP.toString());
        sitting.press(SAVE, "import-preview");
        sitting.press("button[formaction='/admin/import/forget']", "import-forgotten");
    }

    private void services() {
        Chromium chromium = sitting.chromium();
        sitting.show("/admin/services", "services-none");
        sitting.show("/admin/services/new", "service-new");
        sitting.press(SAVE, "service-error");
        chromium.type("name", "Files of everybody").type("address", "https://files.looks.test/" + sitting.language()).find("[name=mode][value=WEBDAV]").click();
        sitting.press(SAVE, "service");
        chromium.find("summary").click();
        sitting.look("service-nginx");
        sitting.show("/admin/services", "services");
        chromium.pressAt("td a.button");
        sitting.press("a.danger", "service-delete");
        chromium.pressAt("main form button.danger");
    }
}
